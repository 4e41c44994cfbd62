package org.consumptionaid.marketplace.payment;

/** What is known of a payment. Unknown is not no: it is asked about again with the same key. */
public enum PaymentState {
    PENDING,
    SUCCEEDED,
    FAILED,
    UNKNOWN,
    /** Booked by mistake and taken back. */
    REVERSED
}
