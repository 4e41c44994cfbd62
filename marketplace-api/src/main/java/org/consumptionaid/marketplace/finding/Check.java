package org.consumptionaid.marketplace.finding;

/** The tricks that are looked for. */
enum Check {
    /** Hours claimed before they were worked: planned income. */
    PLANNED_INCOME,
    /** The same weight of the same household twice on one day. */
    SAME_KILOGRAMS,
    /** By the ledger a household got more in a mode than its claims are worth. */
    ABOVE_EVIDENCE,
    /** A wage far above what others of the county pay. */
    WAGE_OUTLIER,
    ROUND_NUMBERS,
    REPEATED_NUMBERS
}
