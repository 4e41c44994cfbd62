package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a week's menu needs to be bought.
 *
 * @param daysWithoutMenu school days that have none; their need goes by food group
 */
public record DemandView(
        LocalDate weekStart, int pupils, int daysWithoutMenu, List<DemandItem> items) {

    /**
     * Of one ingredient.
     *
     * @param category of the marketplace; none: it is not sold here
     * @param lossPercent what is trimmed off
     * @param grams as bought, for all days
     * @param storedGrams what is in the store room
     * @param missingGrams what has to be bought
     */
    public record DemandItem(
            String ingredient,
            String name,
            String nameEn,
            @Nullable String foodGroup,
            @Nullable String category,
            int lossPercent,
            long grams,
            long storedGrams,
            long missingGrams,
            List<DayGrams> days) {}

    /** What has to be bought for a day, after what is in the store room. */
    public record DayGrams(LocalDate day, long grams) {}
}
