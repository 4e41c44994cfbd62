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
    /** Refused goods are home: so many packages can be sold again. */
    RESTOCK,
    INVOICE,
    /** A wrong invoice is reversed, and another takes its place. */
    REINVOICE,
    PAY,
    REFUND,
    /** A refund did not go through after all: the money is still here. */
    KEEP,
    /** A payment was booked by mistake. */
    REVERSE,
    SETTLE,
    /** The bank sent the cooperative's money back. */
    BOUNCE,
    /** The buyer wants other quantities: another order takes its place. */
    CHANGE,
    /** The buyer wants accepted goods taken back, or money off. */
    COMPLAIN,
    /** What came of a complaint: the order costs less. */
    CREDIT,
    /** Nothing came of a complaint. */
    DROP,
    /** Nobody answered it, or nobody paid it, in time. */
    EXPIRE
}
