package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A canteen's week of lunches and what it comes to. */
public record Menu(
        LocalDate weekStart,
        int schoolDays,
        long pupils,
        List<Day> days,
        List<Average> averages,
        List<Deviation> deviations,
        String citation) {

    /** A day's lunch; no lunch is served on a day that is no school day. */
    public record Day(LocalDate day, boolean schoolDay, List<Dish> dishes) {}

    /** What a pupil gets, on average of the days with a menu. */
    public record Average(
            String ageGroup, long kcal, long leastKcal, long mostKcal, List<Amount> amounts) {}

    /** Milligrams of a food group. */
    public record Amount(
            String foodGroup, long actualMg, long leastMg, long mostMg, boolean doubtful) {}

    /** Where the week is not as it should be; its figures count what its kind says. */
    public record Deviation(
            String kind,
            @Nullable LocalDate day,
            @Nullable String ageGroup,
            @Nullable String foodGroup,
            @Nullable String dish,
            long actual,
            long least,
            @Nullable Long most) {}

    static String named(String zh, String en, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
