package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product that was found. */
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
        boolean demo) {}
