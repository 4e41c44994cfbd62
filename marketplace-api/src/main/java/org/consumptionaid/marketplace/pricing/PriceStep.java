package org.consumptionaid.marketplace.pricing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer pays from a quantity on.
 *
 * @param priceFen of one package
 * @param offerId none where the product's own price holds
 */
public record PriceStep(long minGrams, long fenPerKg, long priceFen, @Nullable UUID offerId) {}
