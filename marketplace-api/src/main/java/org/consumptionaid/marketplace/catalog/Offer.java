package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as somebody about to order it needs it.
 *
 * @param certificateNumber of the cooperative's certificate in force now; none if there is none
 */
public record Offer(
        UUID productId,
        String name,
        String categoryCode,
        String countyCode,
        String countyName,
        UUID organisationId,
        String organisationName,
        String unit,
        long netWeightGrams,
        long priceFen,
        long available,
        boolean listed,
        @Nullable String certificateNumber) {

    /** Why this many packages cannot be ordered now; null if they can. */
    public @Nullable CatalogRefusal refusal(long quantity) {
        if (!listed || certificateNumber == null) {
            return new CatalogRefusal.NotOnSale(name);
        }
        return available < quantity
                ? new CatalogRefusal.InsufficientStock(name, unit, available)
                : null;
    }
}
