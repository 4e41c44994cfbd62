package org.consumptionaid.marketplace.contract;

import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;

/** Who signs. */
public enum Side {
    BUYER,
    SUPPLIER;

    /** Of whoever may sign at all. */
    static Side of(Caller caller) {
        return caller.role() == Role.COOPERATIVE ? SUPPLIER : BUYER;
    }
}
