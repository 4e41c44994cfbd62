package org.consumptionaid.console.market;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and for which organisation. */
public record Person(
        String personId,
        String username,
        String displayName,
        Role role,
        String organisationId,
        String organisationName,
        String organisationKind,
        @Nullable String countyCode,
        @Nullable String countyName)
        implements Serializable {}
