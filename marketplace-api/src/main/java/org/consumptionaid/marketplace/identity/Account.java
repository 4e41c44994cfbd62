package org.consumptionaid.marketplace.identity;

import java.util.UUID;

/** A person's account as sign-in needs it. */
record Account(
        UUID personId, UUID organisationId, Role role, String passwordHash, boolean disabled) {
    Caller caller() {
        return new Caller(personId, organisationId, role);
    }
}
