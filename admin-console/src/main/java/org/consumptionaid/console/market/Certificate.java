package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What anyone may know of a certificate. */
public record Certificate(
        String number,
        String kind,
        @Nullable String category,
        @Nullable String categoryName,
        String organisationName,
        String countyName,
        @Nullable String province,
        String state,
        @Nullable Instant noticeUntil,
        String validFrom,
        String validUntil,
        String countyReviewer,
        String provinceReviewer,
        @Nullable List<Certification.Season> seasons,
        @Nullable List<Certification.Event> events,
        Instant checkedAt) {}
