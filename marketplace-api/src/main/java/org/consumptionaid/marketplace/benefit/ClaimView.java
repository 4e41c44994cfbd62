package org.consumptionaid.marketplace.benefit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its evidence.
 *
 * @param worthFen what the evidence makes it worth
 * @param receivedFen what the household has received of it
 * @param state PROPOSED, CONFIRMED or REJECTED
 */
public record ClaimView(
        UUID id,
        String organisationName,
        String household,
        Mode mode,
        String evidence,
        @Nullable String lot,
        @Nullable String produce,
        @Nullable Long grams,
        @Nullable Long fenPerKg,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long minutes,
        @Nullable Long fenPerHour,
        long worthFen,
        long receivedFen,
        String state,
        @Nullable String reason,
        Instant createdAt) {}
