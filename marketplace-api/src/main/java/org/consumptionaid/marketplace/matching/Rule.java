package org.consumptionaid.marketplace.matching;

/**
 * What keeps an offer from a line. The first six look at the two alone, the others at the whole
 * plan.
 */
public enum Rule {
    /** The supplier check lacks a document. */
    PAPERS,
    /** Its certificate is not in force on the day of delivery. */
    CERTIFICATE,
    SEASON,
    /** It does not deliver on that day of the week. */
    DELIVERY_DAY,
    /** The canteen is farther by road than it delivers, or one of them has no coordinate. */
    RADIUS,
    /** The line alone is more than it can deliver in the week. */
    CAPACITY,
    /** What it can deliver in the week is taken by other lines. */
    CAPACITY_TAKEN,
    /** Its households would earn more this year than the yearly cap. */
    HOUSEHOLD_CAP,
    /** The canteen's week would cost more than its budget. */
    BUDGET,
    /** One supplier more than may come on one day. */
    SUPPLIERS_PER_DAY,
    /** The delivery would be worth less than its least order. */
    LEAST_ORDER,
    /** A person has decided otherwise. */
    FIXED,
    /** Nothing forbids it; what the bureau prefers does not choose it. */
    PREFERENCE
}
