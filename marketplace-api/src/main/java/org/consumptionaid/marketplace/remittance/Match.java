package org.consumptionaid.marketplace.remittance;

/**
 * A bill a line may be for.
 *
 * @param certaintyPercent how much speaks for it, by {@link MatchRules}; an order of likelihood
 */
record Match(
        Bill bill,
        Finding finding,
        int certaintyPercent,
        boolean codeFits,
        boolean amountFits,
        boolean payerFits) {}
