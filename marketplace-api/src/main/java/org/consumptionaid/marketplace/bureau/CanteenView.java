package org.consumptionaid.marketplace.bureau;

import java.util.UUID;

/**
 * A school of a bureau in a week.
 *
 * @param pupils counted for the week; 0 where the canteen has not counted
 */
public record CanteenView(
        UUID schoolId,
        String name,
        String creditCode,
        String countyName,
        long fenPerPupilDay,
        int suppliersPerDay,
        long pupils,
        int schoolDays) {}
