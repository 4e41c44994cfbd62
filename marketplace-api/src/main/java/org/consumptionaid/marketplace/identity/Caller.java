package org.consumptionaid.marketplace.identity;

import java.util.UUID;

/** Who is asking, as their token says. */
public record Caller(UUID personId, UUID organisationId, Role role) {
    /** Whether the caller may see rows of every organisation. */
    public boolean seesAll() {
        return role == Role.OPERATOR || role == Role.AUDITOR;
    }
}
