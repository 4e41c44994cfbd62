package org.consumptionaid.marketplace.registration;

import org.consumptionaid.marketplace.identity.Role;

/** What an organisation can register as, and what its first person then is. */
enum RegisteringKind {
    COOPERATIVE(Role.COOPERATIVE),
    BUDGET_UNIT(Role.BUYER),
    SCHOOL(Role.CANTEEN);

    private final Role role;

    RegisteringKind(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** Only produce of the 832 counties is sold here (RULES: who may supply). */
    boolean mustBeInAListedCounty() {
        return this == COOPERATIVE;
    }
}
