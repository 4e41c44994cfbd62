package org.consumptionaid.marketplace.ordering;

/** What a step does to the packages reserved for an order, or to those of them it is about. */
enum StockMove {
    NONE,
    /** They can be ordered again. */
    RELEASE,
    /** They have left the cooperative. */
    SELL,
    /** They came back to the cooperative and can be ordered again. */
    TAKE_BACK
}
