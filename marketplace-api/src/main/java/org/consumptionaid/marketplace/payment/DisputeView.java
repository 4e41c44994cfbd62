package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that its payer disputes.
 *
 * @param id Stripe's, under which evidence is handed in there
 * @param dueAt until when evidence is taken
 */
public record DisputeView(
        String id,
        UUID orderId,
        String orderNumber,
        String buyerName,
        long amountFen,
        String reason,
        DisputeState state,
        @Nullable Instant dueAt,
        Instant openedAt,
        @Nullable Instant closedAt) {}
