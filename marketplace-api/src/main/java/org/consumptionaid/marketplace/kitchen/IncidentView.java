package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspected food-safety incident.
 *
 * @param ill pupils who fell ill, as far as known
 * @param dueAt until when the county has to be told
 * @param late it was not told in time, or is not yet
 */
public record IncidentView(
        UUID id,
        String schoolName,
        Instant noticedAt,
        int ill,
        String what,
        Instant dueAt,
        @Nullable String reportedTo,
        @Nullable Instant reportedAt,
        boolean late) {}
