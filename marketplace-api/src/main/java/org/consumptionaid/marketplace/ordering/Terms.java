package org.consumptionaid.marketplace.ordering;

/** What comes first. */
public enum Terms {
    /** 先货后款 */
    GOODS_FIRST,
    /** 先款后货 */
    PAY_FIRST
}
