package org.consumptionaid.marketplace.bureau;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a cooperative delivers to canteens.
 *
 * @param radiusKm by road, 1 to 6,000; none: any distance
 * @param leastOrderFen the least one delivery to one canteen is worth
 * @param deliveryDays 1 Monday to 7 Sunday
 * @param weeklyGrams the most of one product in a week; none: what is in stock
 */
public record SupplyTermsView(
        @Nullable @Min(1) @Max(6_000) Integer radiusKm,
        @NotNull @Min(0) @Max(100_000_000) Long leastOrderFen,
        @NotEmpty List<@NotNull @Min(1) @Max(7) Integer> deliveryDays,
        @Nullable @Min(1_000) @Max(1_000_000_000_000L) Long weeklyGrams) {
    private static final int DAYS = 7;
    static final int EVERY_DAY = (1 << DAYS) - 1;
    static final SupplyTermsView NONE = new SupplyTermsView(null, 0L, daysOf(EVERY_DAY), null);

    static List<Integer> daysOf(int bits) {
        return IntStream.rangeClosed(1, DAYS)
                .filter(day -> (bits >> (day - 1) & 1) == 1)
                .boxed()
                .toList();
    }

    int dayBits() {
        return deliveryDays.stream().mapToInt(day -> 1 << (day - 1)).reduce(0, (a, b) -> a | b);
    }
}
