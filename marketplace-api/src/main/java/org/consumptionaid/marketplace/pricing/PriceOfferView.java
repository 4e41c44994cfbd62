package org.consumptionaid.marketplace.pricing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer that is in force or will be.
 *
 * @param reason why it lies above the ceiling; empty if it does not and none was given
 * @param validToOn its last day; none if it holds until it is ended
 */
public record PriceOfferView(
        UUID id,
        BuyerKind buyerKind,
        long minGrams,
        long fenPerKg,
        LocalDate validFromOn,
        @Nullable LocalDate validToOn,
        boolean inForce,
        String reason) {

    PriceTier tier() {
        return new PriceTier(buyerKind, minGrams, fenPerKg, id);
    }
}
