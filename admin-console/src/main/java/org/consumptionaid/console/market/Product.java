package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/**
 * A product on offer; what follows the description is absent in search results, {@code ownPrice}
 * everywhere else. Seasons are months, 1 to 12.
 */
public record Product(
        String id,
        String name,
        String variety,
        String grade,
        String countyCode,
        String countyName,
        @Nullable String prefecture,
        String province,
        String category,
        String categoryName,
        String organisationId,
        String organisationName,
        long priceFen,
        long pricePerKgFen,
        @Nullable OwnPrice ownPrice,
        String unit,
        long netWeightGrams,
        long available,
        boolean inSeason,
        @Nullable String giCertificate,
        @Nullable String certificateNumber,
        @Nullable String certifiedUntil,
        @Nullable String picture,
        boolean demo,
        @Nullable String description,
        @Nullable String packaging,
        @Nullable String storage,
        @Nullable Integer shelfLifeDays,
        @Nullable String township,
        @Nullable Integer seasonFrom,
        @Nullable Integer seasonTo,
        @Nullable Boolean listed) {

    /** What the visitor pays, where an offer for its kind of buyer replaces the product's price. */
    public record OwnPrice(long priceFen, long pricePerKgFen) {}
}
