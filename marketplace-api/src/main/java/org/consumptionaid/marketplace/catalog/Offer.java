package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.consumptionaid.marketplace.certification.CertificationRefusal;
import org.consumptionaid.marketplace.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A product as somebody about to order it needs it.
 *
 * @param certificateNumber of the product certificate it may be sold under now; none if it may not
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
    public @Nullable Refusal refusal(long quantity) {
        if (certificateNumber == null) {
            return new CertificationRefusal.NotInForce();
        }
        if (!listed) {
            return new CatalogRefusal.NotOnSale(name);
        }
        return available < quantity
                ? new CatalogRefusal.InsufficientStock(name, unit, available)
                : null;
    }
}
