package org.consumptionaid.marketplace.certification;

import java.time.Instant;

/**
 * The public answer to "is this real, for whom, until when, who approved it".
 *
 * @param state {@code IN_FORCE}, {@code EXPIRED}, {@code SUSPENDED} or {@code REVOKED} at {@code
 *     checkedAt}
 */
public record CertificateView(
        String number,
        String kind,
        String organisationName,
        String countyName,
        String state,
        Instant validFrom,
        Instant validUntil,
        String countyReviewer,
        String provinceReviewer,
        Instant checkedAt) {}
