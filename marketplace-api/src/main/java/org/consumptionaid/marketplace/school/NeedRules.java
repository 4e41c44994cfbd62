package org.consumptionaid.marketplace.school;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.marketplace.school.NeedView.NeedItem;

/**
 * Turns head-counts into grams: pupils × milligrams of the standard × days, rounded up to the gram
 * at the end.
 */
final class NeedRules {
    private static final long MG_PER_GRAM = 1000;

    private NeedRules() {}

    /**
     * @param categories the marketplace's categories of each food group
     */
    static List<NeedItem> need(
            SchoolWeek week, List<Portion> portions, Map<String, List<String>> categories) {
        Map<String, List<Portion>> groups = new LinkedHashMap<>();
        portions.forEach(portion ->
                groups.computeIfAbsent(portion.foodGroup(), _ -> new ArrayList<>()).add(portion));
        return groups.entrySet().stream()
                .map(group ->
                        item(
                                week,
                                group.getKey(),
                                group.getValue(),
                                categories.getOrDefault(group.getKey(), List.of())))
                .toList();
    }

    private static NeedItem item(
            SchoolWeek week, String foodGroup, List<Portion> portions, List<String> categories) {
        long minMgPerDay =
                portions.stream()
                        .mapToLong(portion -> portion.minMg() * week.pupils(portion.ageGroup()))
                        .sum();
        long maxMgPerDay =
                portions.stream()
                        .mapToLong(portion -> portion.maxMg() * week.pupils(portion.ageGroup()))
                        .sum();
        return new NeedItem(
                foodGroup,
                categories,
                grams(minMgPerDay * week.schoolDays()),
                grams(maxMgPerDay * week.schoolDays()),
                grams(minMgPerDay),
                grams(maxMgPerDay),
                portions.stream().anyMatch(Portion::doubtful));
    }

    private static long grams(long milligrams) {
        return Math.ceilDiv(milligrams, MG_PER_GRAM);
    }
}
