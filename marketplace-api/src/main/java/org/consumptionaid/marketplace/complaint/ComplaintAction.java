package org.consumptionaid.marketplace.complaint;

/** What can be done about a complaint. */
public enum ComplaintAction {
    ASK,
    AGREE,
    REFUSE,
    /** The buyer takes a refusal to the operator. */
    DISPUTE,
    UPHOLD,
    DISMISS,
    /** The goods are back and were weighed. */
    RECEIVE,
    WITHDRAW,
    /** Nobody answered in time: the operator decides. */
    ESCALATE,
    /** Nobody took the refusal further in time. */
    LAPSE
}
