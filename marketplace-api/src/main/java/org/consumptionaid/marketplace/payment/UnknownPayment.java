package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment or a refund through Stripe of which nobody knows what became of it.
 *
 * @param askedAt when Stripe was last asked
 * @param reason what came instead of an answer then
 */
public record UnknownPayment(
        UUID id,
        UUID orderId,
        String orderNumber,
        String buyerName,
        PaymentMethod method,
        long amountFen,
        Instant unknownSince,
        Instant askedAt,
        String reason) {}
