package org.consumptionaid.marketplace.ordering;

/** What can be done to an order. */
public enum OrderAction {
    PLACE,
    CONFIRM,
    REFUSE,
    CANCEL,
    SHIP,
    /** The cooperative will not ship what is left. */
    CLOSE,
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
