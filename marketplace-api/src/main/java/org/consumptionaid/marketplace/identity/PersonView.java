package org.consumptionaid.marketplace.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in person and their organisation. */
public record PersonView(
        UUID personId,
        String username,
        String displayName,
        Role role,
        UUID organisationId,
        String organisationName,
        String organisationKind,
        @Nullable String countyCode,
        @Nullable String countyName) {}
