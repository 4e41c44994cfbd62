package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment through Stripe to be made or asked about: its id is the key under which Stripe knows
 * it.
 *
 * @param intentId Stripe's id of it; none before Stripe answered
 */
public record CardPayment(
        UUID id,
        UUID orderId,
        long amountFen,
        String paymentMethod,
        @Nullable String intentId,
        Instant createdAt) {

    Means means() {
        return Means.of(paymentMethod);
    }
}
