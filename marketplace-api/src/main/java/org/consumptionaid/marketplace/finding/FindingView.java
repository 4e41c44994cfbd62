package org.consumptionaid.marketplace.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something odd.
 *
 * @param decision EXPLAINED or CORRECTED; none while it waits for the county
 */
public record FindingView(
        UUID id,
        String check,
        String subject,
        String evidence,
        Instant foundAt,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable Instant decidedAt) {}
