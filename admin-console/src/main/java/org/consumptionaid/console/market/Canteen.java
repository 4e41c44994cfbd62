package org.consumptionaid.console.market;

/** A school whose meals a bureau plans, in a week. */
public record Canteen(
        String schoolId,
        String name,
        String creditCode,
        String countyName,
        long fenPerPupilDay,
        int suppliersPerDay,
        long pupils,
        int schoolDays) {}
