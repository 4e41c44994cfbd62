package org.consumptionaid.marketplace.ordering;

/** Whose step it is. */
enum Side {
    BUYER,
    SUPPLIER,
    OPERATOR,
    /** The marketplace itself, when a time is over. */
    PLATFORM
}
