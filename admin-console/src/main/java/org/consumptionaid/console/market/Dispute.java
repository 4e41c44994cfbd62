package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment that its payer asks its bank to take back. */
public record Dispute(
        String id,
        String orderId,
        String orderNumber,
        String buyerName,
        long amountFen,
        String reason,
        String state,
        @Nullable Instant dueAt,
        Instant openedAt) {}
