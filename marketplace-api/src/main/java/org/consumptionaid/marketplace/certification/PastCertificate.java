package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as anybody would have seen it at a moment: what was decided later, and how much has
 * been sold under it since, is not told.
 *
 * @param state its phase then
 * @param events until then
 */
public record PastCertificate(
        String number,
        String kind,
        @Nullable String category,
        @Nullable String categoryName,
        String organisationName,
        String countyName,
        String province,
        CertificatePhase state,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String countyReviewer,
        @Nullable String provinceReviewer,
        List<Season> seasons,
        List<CertificateEventView> events,
        Instant at) {

    /** What is certified for a season. */
    public record Season(LocalDate from, LocalDate to, long certifiedGrams) {}
}
