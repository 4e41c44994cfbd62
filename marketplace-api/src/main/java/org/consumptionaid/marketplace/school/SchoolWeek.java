package org.consumptionaid.marketplace.school;

import java.time.LocalDate;
import java.util.List;

/**
 * A canteen's week.
 *
 * @param start its Monday
 * @param schoolDays days on which lunch is served, 0 to 7
 */
record SchoolWeek(LocalDate start, int schoolDays, List<HeadCount> headCounts) {
    private static final int USUAL_SCHOOL_DAYS = 5;

    static SchoolWeek empty(LocalDate start) {
        return new SchoolWeek(start, USUAL_SCHOOL_DAYS, List.of());
    }

    int pupils(AgeGroup group) {
        return headCounts.stream()
                .filter(count -> count.ageGroup() == group)
                .mapToInt(HeadCount::pupils)
                .sum();
    }

    int pupils() {
        return headCounts.stream().mapToInt(HeadCount::pupils).sum();
    }
}
