package org.consumptionaid.console.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order that is to count for another unit. */
public record UnitCorrection(
        String id,
        String orderId,
        String orderNumber,
        String fromUnit,
        String toUnit,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Instant unitAt,
        @Nullable Instant operatorAt,
        String state,
        String refusedFor,
        boolean waitsForCaller) {}
