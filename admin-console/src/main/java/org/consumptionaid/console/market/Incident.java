package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A suspected food-safety incident and until when the county has to know. */
public record Incident(
        String id,
        String schoolName,
        Instant noticedAt,
        int ill,
        String what,
        Instant dueAt,
        @Nullable String reportedTo,
        @Nullable Instant reportedAt,
        boolean late) {}
