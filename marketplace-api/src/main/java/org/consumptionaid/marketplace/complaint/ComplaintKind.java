package org.consumptionaid.marketplace.complaint;

/** What a buyer wants. */
public enum ComplaintKind {
    /** Goods go back (退货), and what they cost is credited by the weight that arrives. */
    RETURN,
    /** Goods are kept and cost less (折让). */
    ALLOWANCE
}
