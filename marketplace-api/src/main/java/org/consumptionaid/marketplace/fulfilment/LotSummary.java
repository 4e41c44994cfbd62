package org.consumptionaid.marketplace.fulfilment;

import java.time.Instant;

/** A lot of an order line. */
public record LotSummary(
        String number,
        int line,
        int shipment,
        String name,
        long grams,
        boolean certified,
        Instant shippedAt) {}
