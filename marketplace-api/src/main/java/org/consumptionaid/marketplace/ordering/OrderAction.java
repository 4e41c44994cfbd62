package org.consumptionaid.marketplace.ordering;

/** What can be done to an order. */
public enum OrderAction {
    PLACE,
    CONFIRM,
    REFUSE,
    CANCEL,
    SHIP,
    ACCEPT,
    INVOICE,
    PAY,
    REFUND,
    /** A payment was booked by mistake. */
    REVERSE,
    SETTLE,
    /** The bank sent the cooperative's money back. */
    BOUNCE,
    /** Nobody answered it, or nobody paid it, in time. */
    EXPIRE
}
