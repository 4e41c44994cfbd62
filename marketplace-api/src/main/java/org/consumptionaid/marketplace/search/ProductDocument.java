package org.consumptionaid.marketplace.search;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document of the index, as the view {@code catalog_document} defines it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProductDocument(
        UUID id,
        String name,
        String variety,
        String grade,
        String countyCode,
        String countyName,
        String prefecture,
        String province,
        String categoryCode,
        String categoryName,
        UUID organisationId,
        String organisationName,
        long priceFen,
        long pricePerKgFen,
        String unit,
        long netWeightGrams,
        long available,
        List<Integer> seasonMonths,
        @Nullable String giCertificate,
        String certificateNumber,
        Instant certifiedUntil,
        boolean demo) {

    ProductHit hit(int month, @Nullable Long distanceMetres, @Nullable List<String> reasons) {
        return new ProductHit(
                id,
                name,
                variety,
                grade,
                countyCode,
                countyName,
                prefecture,
                province,
                categoryCode,
                categoryName,
                organisationId,
                organisationName,
                priceFen,
                pricePerKgFen,
                unit,
                netWeightGrams,
                available,
                seasonMonths.contains(month),
                giCertificate,
                certificateNumber,
                certifiedUntil,
                demo,
                distanceMetres,
                reasons);
    }
}
