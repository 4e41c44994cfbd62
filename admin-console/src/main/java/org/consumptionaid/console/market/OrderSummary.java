package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
public record OrderSummary(
        String id,
        String number,
        String state,
        String channel,
        String terms,
        String buyerName,
        String supplierName,
        long totalFen,
        int lineCount,
        String firstProduct,
        Instant placedAt,
        @Nullable LocalDate dueOn) {}
