package org.consumptionaid.marketplace.menu;

import org.consumptionaid.marketplace.school.AgeGroup;

/**
 * How large a serving is for an age group.
 *
 * @param percent of the serving that dishes are written for (9 to 11 years)
 */
record Serving(AgeGroup ageGroup, int percent) {
    private static final int WHOLE = 100;

    long of(long milligrams) {
        return milligrams * percent / WHOLE;
    }
}
