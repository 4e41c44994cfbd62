package org.consumptionaid.marketplace.ordering;

import org.consumptionaid.marketplace.ledger.NewPosting;

/** Where the platform's cash lies. */
public enum CashAccount {
    BANK("platform/bank"),
    /** With Stripe, until it is transferred to the bank. */
    CARD("platform/card");

    private final String code;

    CashAccount(String code) {
        this.code = code;
    }

    /** What comes in, or goes out if it is negative. */
    public NewPosting posting(long fen) {
        return new NewPosting(code, null, fen);
    }
}
