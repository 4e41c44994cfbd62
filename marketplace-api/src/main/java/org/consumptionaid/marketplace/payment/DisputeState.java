package org.consumptionaid.marketplace.payment;

/** Who has the money that a payer disputes: nobody yet, the platform, or the payer. */
public enum DisputeState {
    OPEN,
    WON,
    LOST
}
