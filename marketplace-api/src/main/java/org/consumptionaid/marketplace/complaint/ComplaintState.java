package org.consumptionaid.marketplace.complaint;

/** Whose turn it is, or how it ended. */
public enum ComplaintState {
    /** The cooperative's turn to answer. */
    ASKED,
    /** The goods are on their way back. */
    AGREED,
    /** The buyer may take it to the operator. */
    REFUSED,
    /** The operator decides. */
    DISPUTED,
    CREDITED,
    DISMISSED,
    WITHDRAWN,
    /** Refused, and the buyer left it at that. */
    LAPSED;

    boolean isOpen() {
        return this == ASKED || this == AGREED || this == REFUSED || this == DISPUTED;
    }
}
