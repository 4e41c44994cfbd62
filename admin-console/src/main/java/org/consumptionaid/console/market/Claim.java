package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a household is owed for, with its evidence. */
public record Claim(
        String id,
        String organisationName,
        String household,
        String mode,
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
        Instant createdAt) {

    public boolean open() {
        return state.equals("PROPOSED");
    }
}
