package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a row of a list. */
public record OrderSummary(
        UUID id,
        String number,
        OrderState state,
        Channel channel,
        Terms terms,
        String buyerName,
        String supplierName,
        long totalFen,
        int lineCount,
        String firstProduct,
        Instant placedAt,
        @Nullable LocalDate dueOn) {}
