package org.consumptionaid.localstack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money given back, as the stand-in for Stripe keeps it.
 *
 * @param amount in fen
 * @param created seconds since 1970
 */
public record Refund(
        String id,
        String paymentIntent,
        long amount,
        String currency,
        @Nullable String reason,
        Map<String, String> metadata,
        long created) {

    public Refund {
        metadata = Map.copyOf(metadata);
    }
}
