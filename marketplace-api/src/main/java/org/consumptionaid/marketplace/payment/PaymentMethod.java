package org.consumptionaid.marketplace.payment;

/** How money moved. */
public enum PaymentMethod {
    CARD,
    /** A bank remittance (对公转账), as public bodies pay. */
    REMITTANCE,
    /** Overpaid money sent back by the bank. */
    REFUND,
    /** Overpaid money sent back to the card or wallet that paid. */
    CARD_REFUND
}
