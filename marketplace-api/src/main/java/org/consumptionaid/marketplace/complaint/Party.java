package org.consumptionaid.marketplace.complaint;

/** Whose step it is. */
enum Party {
    BUYER,
    SUPPLIER,
    OPERATOR,
    /** The marketplace itself, when a time is over. */
    PLATFORM
}
