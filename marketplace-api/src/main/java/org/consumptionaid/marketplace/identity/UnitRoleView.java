package org.consumptionaid.marketplace.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A role somebody holds in a unit.
 *
 * @param left their account is closed: they hold it in name only
 */
public record UnitRoleView(
        UUID personId,
        String username,
        String displayName,
        String organisationName,
        UnitRole role,
        Instant grantedAt,
        boolean left) {}
