package org.consumptionaid.marketplace.remittance;

/** What comparing a line of a statement with an open bill shows. */
public enum Finding {
    /** Code, amount and payer fit: it posts by itself. */
    EXACT,
    PART_PAYMENT,
    OVER_PAYMENT,
    /** The code is one slip away from this one, or several codes are named. */
    WRONG_CODE,
    /** No code; amount or payer speak for this bill. */
    NO_CODE,
    /** The payer is neither the unit nor declared by it. */
    UNKNOWN_PAYER,
    NOTHING_FITS
}
