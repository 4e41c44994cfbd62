package org.consumptionaid.marketplace.ordering;

/** Where an order is in its life; which step leads where is said by {@link OrderLife} alone. */
public enum OrderState {
    DRAFT,
    PLACED,
    CONFIRMED,
    /** Some of it has left, and the rest is to follow. */
    PARTLY_SHIPPED,
    SHIPPED,
    ACCEPTED,
    INVOICED,
    PAID,
    /** Paid out to the cooperative. */
    SETTLED,
    /** The buyer took it back before it was shipped, or a time for it was over. */
    CANCELLED,
    /** The cooperative refused it, or the buyer accepted none of the goods. */
    REJECTED
}
