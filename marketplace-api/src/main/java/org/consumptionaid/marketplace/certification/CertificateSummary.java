package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of applications and certificates.
 *
 * @param dueOn the day by which whoever it waits for must act
 */
record CertificateSummary(
        UUID id,
        String number,
        CertificateKind kind,
        @Nullable String category,
        @Nullable String categoryName,
        String organisationName,
        String countyName,
        CertificatePhase phase,
        Instant appliedAt,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable Instant validUntil) {}
