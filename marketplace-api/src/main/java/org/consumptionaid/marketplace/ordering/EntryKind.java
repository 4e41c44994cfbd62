package org.consumptionaid.marketplace.ordering;

/** The ledger's entries about an order. */
enum EntryKind {
    PAYMENT_RECEIVED,
    PAYMENT_REFUNDED,
    BENEFIT_EARNED,
    PAID_OUT,
    /** An entry of another kind, the other way round. */
    REVERSAL
}
