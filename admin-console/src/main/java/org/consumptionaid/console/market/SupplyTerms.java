package org.consumptionaid.console.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a cooperative delivers to canteens; days 1 Monday to 7 Sunday. */
public record SupplyTerms(
        @Nullable Long radiusKm,
        long leastOrderFen,
        List<Integer> deliveryDays,
        @Nullable Long weeklyGrams) {}
