package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that moved, or is about to. */
public record Payment(
        String id,
        String method,
        @Nullable String means,
        String state,
        long amountFen,
        @Nullable String payerName,
        @Nullable String bankReference,
        @Nullable String reason,
        @Nullable PayerAction action,
        Instant at) {

    /**
     * What the payer has to do before the money comes: {@code REDIRECT} to a page, or scan a QR.
     */
    public record PayerAction(String kind, String url) {

        public boolean isCode() {
            return kind.equals("QR");
        }
    }

    /** Its outcome is still to come. */
    public boolean open() {
        return state.equals("PENDING") || state.equals("UNKNOWN");
    }
}
