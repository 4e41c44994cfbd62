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
        List<Certificate> certificates,
        @Nullable UUID picture,
        boolean demo) {

    /** A period in which the product may be sold, and under which certificate. */
    record Certificate(String number, Instant from, Instant until) {
        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** As it is at a moment it was found to be certified at. */
    ProductHit hit(
            Instant now, int month, @Nullable Long distanceMetres, @Nullable List<String> reasons) {
        Certificate certificate =
                certificates.stream().filter(one -> one.covers(now)).findFirst().orElseThrow();
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
                null,
                unit,
                netWeightGrams,
                available,
                seasonMonths.contains(month),
                giCertificate,
                certificate.number(),
                certificate.until(),
                picture,
                demo,
                distanceMetres,
                reasons);
    }
}
