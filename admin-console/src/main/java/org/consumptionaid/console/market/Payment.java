package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that moved, or is about to. */
public record Payment(
        String id,
        String method,
        String state,
        long amountFen,
        @Nullable String payerName,
        @Nullable String bankReference,
        @Nullable String reason,
        Instant at) {

    /** Its outcome is still to come. */
    public boolean open() {
        return state.equals("PENDING") || state.equals("UNKNOWN");
    }
}
