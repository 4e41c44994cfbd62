package org.consumptionaid.marketplace.school;

import java.time.LocalDate;
import java.util.List;

/** What a canteen needs for a week's lunches, by food group of WS/T 554-2017. */
public record NeedView(
        LocalDate weekStart,
        int schoolDays,
        int pupils,
        List<HeadCount> headCounts,
        List<NeedItem> items,
        String citation) {

    /**
     * The need of a food group.
     *
     * @param categories the marketplace's categories that belong to it
     * @param doubtful the standard's printed figure is probably a misprint
     */
    public record NeedItem(
            String foodGroup,
            List<String> categories,
            long minGrams,
            long maxGrams,
            long minGramsPerDay,
            long maxGramsPerDay,
            boolean doubtful) {}
}
