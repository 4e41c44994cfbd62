package org.consumptionaid.marketplace.menu;

import java.util.List;
import org.consumptionaid.marketplace.school.AgeGroup;

/**
 * What a pupil of an age group eats at a lunch, on average of the week's days with a menu, beside
 * the standard.
 */
public record Average(
        AgeGroup ageGroup, long kcal, long leastKcal, long mostKcal, List<Amount> amounts) {

    /** Milligrams of a food group. */
    public record Amount(
            String foodGroup, long actualMg, long leastMg, long mostMg, boolean doubtful) {}
}
