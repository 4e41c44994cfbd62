package org.consumptionaid.marketplace.school;

/**
 * What the standard gives a pupil of an age group at one lunch, in milligrams.
 *
 * @param doubtful the printed figure is probably a misprint
 */
public record Portion(
        String foodGroup, AgeGroup ageGroup, long minMg, long maxMg, boolean doubtful) {
    private static final int WHOLE = 100;

    Portion corrected(long percent) {
        return doubtful
                ? new Portion(
                        foodGroup, ageGroup, minMg * percent / WHOLE, maxMg * percent / WHOLE, true)
                : this;
    }
}
