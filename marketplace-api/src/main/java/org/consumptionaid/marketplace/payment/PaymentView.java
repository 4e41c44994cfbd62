package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money for an order.
 *
 * @param means by what it was paid through Stripe; none for other methods
 * @param action what the payer has to do now; none if nothing
 */
public record PaymentView(
        UUID id,
        PaymentMethod method,
        @Nullable Means means,
        PaymentState state,
        long amountFen,
        @Nullable String payerName,
        @Nullable String bankReference,
        @Nullable String reason,
        @Nullable PayerAction action,
        Instant at) {}
