package org.consumptionaid.marketplace.benefit;

/** How far the county is with a claim. */
public enum ClaimState {
    PROPOSED,
    CONFIRMED,
    REJECTED
}
