package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.UUID;

/**
 * An order after a step.
 *
 * @param fen what it costs as far as is known: what was accepted, else what was ordered; 0 once it
 *     is off
 */
public record OrderMoved(
        UUID orderId,
        String number,
        Channel channel,
        UUID buyerId,
        Instant placedAt,
        OrderState state,
        long fen) {}
