package org.consumptionaid.marketplace.certification;

import java.time.Instant;

/** What was decided, by which organisation; never by whom in it. */
public record CertificateEventView(
        Instant at,
        String action,
        CertificatePhase from,
        CertificatePhase to,
        String organisationName,
        String reason) {}
