package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consumptionaid.marketplace.attachment.AttachmentView;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;

/**
 * A certificate's own row.
 *
 * @param attachments ids with commas between them
 * @param olderUntil when the last other certificate of the same kind and category ends
 */
record CertificateHead(
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
        CertificatePhase state,
        String statement,
        String attachments,
        Instant appliedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant noticeUntil,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String countyReviewer,
        @Nullable String provinceReviewer,
        @Nullable Instant olderUntil) {

    CertificateFacts facts() {
        return new CertificateFacts(state, noticeUntil, validFrom, validUntil);
    }

    CertificateSummary summary(Instant now) {
        return new CertificateSummary(
                id,
                number,
                kind,
                category,
                categoryName,
                organisationName,
                countyName,
                facts().phase(now),
                appliedAt,
                dueOn,
                isOverdue(now),
                validUntil);
    }

    CertificateView publicView(
            List<SeasonView> seasons, List<CertificateEventView> events, Instant now) {
        return new CertificateView(
                number,
                kind.name(),
                category,
                categoryName,
                organisationName,
                countyName,
                province,
                facts().phase(now),
                noticeUntil,
                validFrom,
                validUntil,
                countyReviewer,
                provinceReviewer,
                seasons,
                events,
                now);
    }

    /** As it was at a moment. One whose first event came later was what that event found. */
    PastCertificate at(
            List<SeasonView> seasons, List<CertificateEventView> events, Instant moment) {
        List<CertificateEventView> before =
                events.stream().filter(event -> !event.at().isAfter(moment)).toList();
        CertificatePhase then =
                before.isEmpty()
                        ? events.isEmpty() ? state : events.getFirst().from()
                        : before.getLast().to();
        return new PastCertificate(
                number,
                kind.name(),
                category,
                categoryName,
                organisationName,
                countyName,
                province,
                new CertificateFacts(then.stored(), noticeUntil, validFrom, validUntil)
                        .phase(moment),
                validFrom,
                validUntil,
                countyReviewer,
                provinceReviewer,
                seasons.stream()
                        .map(season ->
                                new PastCertificate.Season(
                                        season.from(), season.to(), season.certifiedGrams()))
                        .toList(),
                before,
                moment);
    }

    CertificateFile file(
            Caller caller,
            List<SeasonView> seasons,
            List<AttachmentView> evidence,
            List<CertificateEventView> events,
            Instant now) {
        CertificatePhase phase = facts().phase(now);
        CertificateSide side = CertificateSide.of(caller.role());
        return new CertificateFile(
                id,
                number,
                kind,
                category,
                categoryName,
                organisationId,
                organisationName,
                countyCode,
                countyName,
                province,
                phase,
                statement,
                attachmentIds(),
                evidence,
                seasons,
                appliedAt,
                dueOn,
                isOverdue(now),
                noticeUntil,
                validFrom,
                validUntil,
                countyReviewer,
                provinceReviewer,
                events,
                side == null ? List.of() : CertificateLife.actions(phase, side));
    }

    List<UUID> attachmentIds() {
        return attachments.isEmpty()
                ? List.of()
                : Pattern.compile(",").splitAsStream(attachments).map(UUID::fromString).toList();
    }

    private boolean isOverdue(Instant now) {
        return dueOn != null && dueOn.isBefore(BusinessDay.of(now));
    }
}
