package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was agreed, and what was accepted of it.
 *
 * @param offerId the offer its price was; none if it was the product's own
 */
public record OrderLineView(
        int line,
        UUID productId,
        String name,
        String category,
        String countyCode,
        String countyName,
        String grade,
        String unit,
        long unitGrams,
        long priceFen,
        @Nullable UUID offerId,
        long quantity,
        long orderedGrams,
        long totalFen,
        @Nullable Long acceptedGrams,
        @Nullable Long acceptedFen,
        String certificateNumber) {}
