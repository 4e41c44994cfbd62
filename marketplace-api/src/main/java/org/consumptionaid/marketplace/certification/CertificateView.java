package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public answer to "is this real, for whom and what, until when, who approved it".
 *
 * @param category what a product certificate is for
 * @param state its phase at {@code checkedAt}
 */
public record CertificateView(
        String number,
        String kind,
        @Nullable String category,
        @Nullable String categoryName,
        String organisationName,
        String countyName,
        String province,
        CertificatePhase state,
        @Nullable Instant noticeUntil,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String countyReviewer,
        @Nullable String provinceReviewer,
        List<SeasonView> seasons,
        List<CertificateEventView> events,
        Instant checkedAt) {}
