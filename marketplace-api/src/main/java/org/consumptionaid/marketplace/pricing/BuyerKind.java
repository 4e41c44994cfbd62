package org.consumptionaid.marketplace.pricing;

import org.consumptionaid.marketplace.identity.Role;
import org.jspecify.annotations.Nullable;

/** Whom an offer is for; who does not buy sees what is for anybody. */
public enum BuyerKind {
    ANY,
    /** A budget unit (预算单位). */
    PROCUREMENT,
    /** A school canteen (学校食堂). */
    SCHOOL;

    /**
     * What somebody in a role is.
     *
     * @param role none for somebody who is not signed in
     */
    public static BuyerKind of(@Nullable Role role) {
        return switch (role) {
            case BUYER -> PROCUREMENT;
            case CANTEEN -> SCHOOL;
            case null, default -> ANY;
        };
    }
}
