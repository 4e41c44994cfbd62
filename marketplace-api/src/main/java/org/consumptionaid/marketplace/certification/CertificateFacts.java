package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what a certificate is at a moment.
 *
 * @param stored one that {@link CertificatePhase#stored} gives
 * @param noticeUntil objections are heard until then; none before the province has approved
 * @param validUntil the first moment at which it no longer is in force
 */
record CertificateFacts(
        CertificatePhase stored,
        @Nullable Instant noticeUntil,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    CertificatePhase phase(Instant now) {
        if (stored != CertificatePhase.IN_FORCE || validFrom == null || validUntil == null) {
            return stored;
        }
        if (!now.isBefore(validUntil)) {
            return CertificatePhase.EXPIRED;
        }
        if (!now.isBefore(validFrom)) {
            return CertificatePhase.IN_FORCE;
        }
        return noticeUntil != null && now.isBefore(noticeUntil)
                ? CertificatePhase.PUBLIC_NOTICE
                : CertificatePhase.APPROVED;
    }

    /** Approved at a moment, so that the notice begins. */
    CertificateFacts approved(CertificateTerm term) {
        return new CertificateFacts(
                CertificatePhase.IN_FORCE, term.noticeUntil(), term.validFrom(), term.validUntil());
    }

    /** After a step other than the approval; one that takes back an approval ends its term. */
    CertificateFacts moved(CertificatePhase to) {
        return switch (to) {
            case RETURNED, REFUSED -> new CertificateFacts(to, null, null, null);
            case NONE,
                    COUNTY_REVIEW,
                    PROVINCE_REVIEW,
                    PUBLIC_NOTICE,
                    APPROVED,
                    IN_FORCE,
                    EXPIRED,
                    SUSPENDED,
                    REVOKED ->
                    new CertificateFacts(to.stored(), noticeUntil, validFrom, validUntil);
        };
    }
}
