package org.consumptionaid.marketplace.requisition;

/** What an approver says. */
public enum Decision {
    AGREED,
    REFUSED
}
