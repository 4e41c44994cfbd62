package org.consumptionaid.marketplace.payment;

/** What the payer has to do before the money comes: go to a page, or scan a code. */
public record PayerAction(Kind kind, String url) {
    /** How. */
    public enum Kind {
        REDIRECT,
        QR
    }
}
