package org.consumptionaid.marketplace.bureau;

/** How far a week's plan is. */
public enum PlanState {
    WAITING,
    RUNNING,
    READY,
    FAILED,
    /** Accepted; its orders are being placed. */
    ACCEPTED,
    ORDERED
}
