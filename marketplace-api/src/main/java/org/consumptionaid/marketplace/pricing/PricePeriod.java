package org.consumptionaid.marketplace.pricing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price that was, is or will be valid.
 *
 * @param priceFen of a package, where it is the product's own; offers are by the kilogram
 * @param fromAt its first moment
 * @param untilAt the moment from which it is not valid any more; none if it is not known yet
 * @param setBy the person's name, for who may see it
 * @param reason why it lies above the ceiling; empty if it does not and none was given
 * @param referenceFenPerKg what was known elsewhere when it was set; none if nothing
 * @param offerId none where it is the product's own price
 */
public record PricePeriod(
        BuyerKind buyerKind,
        long minGrams,
        long fenPerKg,
        @Nullable Long priceFen,
        Instant fromAt,
        @Nullable Instant untilAt,
        @Nullable String setBy,
        String reason,
        @Nullable Long referenceFenPerKg,
        @Nullable UUID offerId) {}
