package org.consumptionaid.console.market;

import java.time.Instant;

/** A payment or a refund through Stripe of which nobody knows what became of it. */
public record UnknownPayment(
        String id,
        String orderId,
        String orderNumber,
        String buyerName,
        String method,
        long amountFen,
        Instant unknownSince,
        Instant askedAt,
        String reason) {}
