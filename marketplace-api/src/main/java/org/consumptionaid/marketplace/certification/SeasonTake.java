package org.consumptionaid.marketplace.certification;

import java.util.UUID;

/** What an order takes of a cooperative's season. */
public record SeasonTake(UUID orderId, UUID organisationId, String category, long grams) {}
