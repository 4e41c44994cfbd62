package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import org.consumptionaid.marketplace.school.AgeGroup;
import org.jspecify.annotations.Nullable;

/**
 * Where a week's menu is not as WS/T 554-2017 and good practice would have it.
 *
 * @param day none: the week's average
 * @param foodGroup of an amount
 * @param dish its name, where it is about one
 * @param actual milligrams, kilocalories, kinds or a number of days, as {@code kind} says
 * @param least none asked for: 0
 * @param most no upper bound: {@link Long#MAX_VALUE} is never sent, it is left out
 */
public record Deviation(
        Kind kind,
        @Nullable LocalDate day,
        @Nullable AgeGroup ageGroup,
        @Nullable String foodGroup,
        @Nullable String dish,
        long actual,
        long least,
        @Nullable Long most) {

    /** What is not as it should be, and what its figures count. */
    public enum Kind {
        /** Milligrams of a food group, on average of the days with a menu. */
        TOO_LITTLE,
        TOO_MUCH,
        /** Kilocalories, on average of the days with a menu. */
        ENERGY_LOW,
        ENERGY_HIGH,
        /** Of the four kinds of food, on a day. */
        FEW_FOODS,
        /** Kinds of fresh vegetables, on a day. */
        FEW_VEGETABLES,
        /** Dark ones among them. */
        FEW_DARK_VEGETABLES,
        /** Liver is good for children once a week. */
        NO_LIVER,
        /** The dish's ingredients are not fresh in that month. */
        OUT_OF_SEASON,
        /** Days of the week on which the same dish stands. */
        TOO_OFTEN
    }

    static Deviation ofDay(Kind kind, LocalDate day, long actual, long least) {
        return new Deviation(kind, day, null, null, null, actual, least, null);
    }

    static Deviation ofDish(Kind kind, @Nullable LocalDate day, String dish, long actual) {
        return new Deviation(kind, day, null, null, dish, actual, 0, null);
    }
}
