package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement of money for an order. */
public record PaymentView(
        UUID id,
        PaymentMethod method,
        PaymentState state,
        long amountFen,
        @Nullable String payerName,
        @Nullable String bankReference,
        @Nullable String reason,
        Instant at) {}
