package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.attachment.AttachmentView;
import org.jspecify.annotations.Nullable;

/**
 * An application or certificate as those it concerns see it.
 *
 * @param evidence what the attachments are
 * @param actions what the caller may do with it now
 */
record CertificateFile(
        UUID id,
        String number,
        CertificateKind kind,
        @Nullable String category,
        @Nullable String categoryName,
        UUID organisationId,
        String organisationName,
        String countyCode,
        String countyName,
        String province,
        CertificatePhase phase,
        String statement,
        List<UUID> attachments,
        List<AttachmentView> evidence,
        List<SeasonView> seasons,
        Instant appliedAt,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable Instant noticeUntil,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String countyReviewer,
        @Nullable String provinceReviewer,
        List<CertificateEventView> events,
        List<CertificateAction> actions) {}
