package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;

/** What a canteen must buy for one week. */
public record Need(
        LocalDate weekStart,
        int schoolDays,
        long pupils,
        List<HeadCount> headCounts,
        List<Item> items,
        String citation) {

    /** Pupils of an age group, in years such as {@code 6-8}. */
    public record HeadCount(String ageGroup, long pupils) {}

    /** The week's lunch need of one food group; doubtful where the printed standard is. */
    public record Item(
            String foodGroup,
            List<String> categories,
            long minGrams,
            long maxGrams,
            long minGramsPerDay,
            long maxGramsPerDay,
            boolean doubtful) {}
}
