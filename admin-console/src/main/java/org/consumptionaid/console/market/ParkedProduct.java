package org.consumptionaid.console.market;

import java.time.Instant;

/** A product that the search index refused, and what it said. */
public record ParkedProduct(
        String productId,
        String name,
        String organisationName,
        String countyName,
        boolean listed,
        String error,
        Instant since,
        Instant lastTriedAt,
        boolean replaying) {}
