package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as it was agreed, and what was accepted of it. */
public record OrderLineView(
        int line,
        UUID productId,
        String name,
        String category,
        String countyCode,
        String countyName,
        String unit,
        long unitGrams,
        long priceFen,
        long quantity,
        long orderedGrams,
        long totalFen,
        @Nullable Long acceptedGrams,
        @Nullable Long acceptedFen,
        String certificateNumber) {}
