package org.consumptionaid.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A product that the search does not show as it is, because the index refused it.
 *
 * @param error what the index said
 * @param since when it was first refused
 * @param lastTriedAt when it was last refused
 * @param replaying whether a change of it is on its way to the index
 */
public record ParkedProduct(
        UUID productId,
        String name,
        UUID organisationId,
        String organisationName,
        String countyName,
        boolean listed,
        String error,
        Instant since,
        Instant lastTriedAt,
        boolean replaying) {}
