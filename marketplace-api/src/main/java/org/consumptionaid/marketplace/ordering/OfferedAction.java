package org.consumptionaid.marketplace.ordering;

/** What the asking person may do with an order now. */
public enum OfferedAction {
    CONFIRM,
    REFUSE,
    CANCEL,
    CHANGE,
    SHIP,
    CLOSE,
    ACCEPT,
    RESTOCK,
    INVOICE,
    REINVOICE,
    PAY_BY_CARD,
    RECORD_REMITTANCE,
    REFUND,
    COMPLAIN
}
