package org.consumptionaid.marketplace.requisition;

/** What happens to a requisition. */
public enum RequisitionAction {
    MAKE,
    SUBMIT,
    /** One approver agrees; others may still have to. */
    AGREE,
    /** One approver refuses; others may still agree. */
    REFUSE,
    /** Another approver takes the place of one. */
    REASSIGN,
    /** All that had to agree did. */
    APPROVE,
    /** So many refused that it cannot be approved. */
    REJECT,
    /** A deadline has passed. */
    EXPIRE,
    WITHDRAW,
    ORDER
}
