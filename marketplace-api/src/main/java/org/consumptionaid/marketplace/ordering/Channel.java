package org.consumptionaid.marketplace.ordering;

/** Which door an order came in by; its life is the same. */
public enum Channel {
    /** A budget unit's purchase (预算单位采购). */
    PROCUREMENT,
    /** A school canteen's purchase (农校对接). */
    SCHOOL
}
