package org.consumptionaid.marketplace.requisition;

/** How far a requisition has come. */
public enum RequisitionState {
    DRAFT,
    /** Approvers decide. */
    SUBMITTED,
    /** May be ordered. */
    APPROVED,
    ORDERED,
    REJECTED,
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED
}
