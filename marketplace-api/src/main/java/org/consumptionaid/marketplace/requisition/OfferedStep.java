package org.consumptionaid.marketplace.requisition;

/** What the asking person may do with a requisition now. */
public enum OfferedStep {
    SUBMIT,
    DECIDE,
    REASSIGN,
    WITHDRAW,
    ORDER
}
