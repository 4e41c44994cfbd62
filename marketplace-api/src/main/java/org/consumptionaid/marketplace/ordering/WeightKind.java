package org.consumptionaid.marketplace.ordering;

/** What happened to the weight of an order line. */
public enum WeightKind {
    ORDERED,
    SHIPPED,
    /** It will never be shipped. */
    CLOSED,
    /** What the buyer's scale said. */
    WEIGHED,
    ACCEPTED,
    /** Weighed and not accepted: it goes back. */
    REFUSED,
    /** Refused, home again and fit for sale. */
    RESTOCKED,
    /** Refused, and not fit for sale or not whole packages. */
    WRITTEN_OFF,
    /** Accepted, and came back later. */
    RETURNED,
    INVOICED,
    PAID
}
