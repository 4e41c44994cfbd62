package org.consumptionaid.marketplace.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product on sale and how far its county is.
 *
 * @param distanceMetres over the great circle; none where one of the two places has no coordinate
 */
public record NearbyOffer(
        UUID productId,
        String name,
        String category,
        String organisationName,
        String countyCode,
        String countyName,
        String unit,
        long netWeightGrams,
        long priceFen,
        long pricePerKgFen,
        long available,
        @Nullable Long distanceMetres) {}
