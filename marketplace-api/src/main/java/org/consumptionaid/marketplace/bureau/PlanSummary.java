package org.consumptionaid.marketplace.bureau;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan without its lines.
 *
 * @param step of {@code steps} that the search has done
 * @param fen price at the door of all that is served
 * @param gapBp no plan is more than this better by price and preferences, in basis points
 * @param suppliers cooperatives that deliver
 */
public record PlanSummary(
        UUID id,
        LocalDate weekStart,
        PlanState state,
        int step,
        int steps,
        int lines,
        int unserved,
        long fen,
        int gapBp,
        long suppliers,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt) {}
