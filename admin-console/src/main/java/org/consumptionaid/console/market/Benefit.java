package org.consumptionaid.console.market;

/** What a cooperative has earned by paid orders, and what of it was paid out. */
public record Benefit(
        String organisationId, String organisationName, long benefitFen, long paidOutFen) {}
