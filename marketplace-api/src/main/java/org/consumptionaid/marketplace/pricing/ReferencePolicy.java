package org.consumptionaid.marketplace.pricing;

/**
 * The figures in force for reference prices.
 *
 * @param marketDays how old a market's price may be
 * @param paidDays over which sales are looked at
 * @param leastSales fewer say nothing
 * @param marketMargin basis points by which a price may lie above a market's
 * @param paidMargin basis points by which it may lie above what is paid here
 */
record ReferencePolicy(
        long marketDays, long paidDays, long leastSales, long marketMargin, long paidMargin) {}
