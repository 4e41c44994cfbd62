package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product that was found.
 *
 * @param picture id of its first picture
 * @param distanceMetres from the buyer's county, in lists in that order
 * @param reasons why it stands where it does, in sentences, if that was asked
 */
public record ProductHit(
        UUID id,
        String name,
        String variety,
        String grade,
        String countyCode,
        String countyName,
        String prefecture,
        String province,
        String category,
        String categoryName,
        UUID organisationId,
        String organisationName,
        long priceFen,
        long pricePerKgFen,
        String unit,
        long netWeightGrams,
        long available,
        boolean inSeason,
        @Nullable String giCertificate,
        String certificateNumber,
        Instant certifiedUntil,
        @Nullable UUID picture,
        boolean demo,
        @Nullable Long distanceMetres,
        @Nullable List<String> reasons) {}
