package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order is accepted and paid in full: its cooperative has earned what was accepted. */
public record OrderEarned(
        UUID orderId,
        String number,
        UUID supplierId,
        Instant placedAt,
        List<OrderLineView> lines) {}
