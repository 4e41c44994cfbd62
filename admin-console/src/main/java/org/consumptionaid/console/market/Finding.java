package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a check found odd, and what the county decided. */
public record Finding(
        String id,
        String check,
        String subject,
        String evidence,
        Instant foundAt,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable Instant decidedAt) {}
