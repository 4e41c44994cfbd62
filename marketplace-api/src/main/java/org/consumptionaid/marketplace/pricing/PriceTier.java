package org.consumptionaid.marketplace.pricing;

import java.util.UUID;

/**
 * An offer that is in force: a price for a kind of buyer who takes at least so much.
 *
 * @param minGrams 0 or more
 * @param fenPerKg 1 or more
 */
public record PriceTier(BuyerKind buyerKind, long minGrams, long fenPerKg, UUID offerId) {}
