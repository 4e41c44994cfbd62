package org.consumptionaid.marketplace.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * A product as anyone may see it.
 *
 * @param packaging what the package is made of; like the three after it empty if nobody said
 * @param storage how to keep it
 * @param shelfLifeDays how long it keeps like that
 * @param township of its county, where it comes from
 * @param unit the package it is sold in
 * @param netWeightGrams of one package
 * @param priceFen of one package
 * @param seasonFrom first month it ships fresh; may be after {@code seasonTo}
 * @param available packages that can be ordered now
 * @param giCertificate number of its geographical indication, if it has one
 * @param certificateNumber of the product certificate it may be sold under; none if it may not be
 *     sold now
 */
public record ProductView(
        UUID id,
        String name,
        String variety,
        String grade,
        String description,
        String packaging,
        String storage,
        @Nullable Integer shelfLifeDays,
        String township,
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
        int seasonFrom,
        int seasonTo,
        boolean inSeason,
        @Nullable String giCertificate,
        @Nullable String certificateNumber,
        @Nullable Instant certifiedUntil,
        boolean listed,
        boolean demo,
        @JsonIgnore long fieldsVersion,
        @JsonIgnore long stockVersion) {

    /** What {@code If-Match} must name to edit it. */
    @JsonProperty
    public String version() {
        return versions().text();
    }

    /** Whether an edit that read this version may still be made. */
    public boolean accepts(Version read, ProductForm form) {
        return new LockedProduct(
                        fieldsVersion,
                        stockVersion,
                        available,
                        priceFen,
                        netWeightGrams,
                        name,
                        category,
                        grade)
                .accepts(read, form);
    }

    @JsonIgnore
    public Version versions() {
        return new Version(fieldsVersion, stockVersion);
    }
}
