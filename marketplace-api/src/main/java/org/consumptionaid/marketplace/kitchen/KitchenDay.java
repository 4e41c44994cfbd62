package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A canteen's day: its meals, and what is in stock for them.
 *
 * @param schoolCode under which parents find its lunches; empty where it has none
 * @param meals those of the menu and those that were cooked beside it
 * @param stock lots of which something is left, the newest first
 */
public record KitchenDay(
        LocalDate day, String schoolCode, List<MealView> meals, List<StockLot> stock) {

    /**
     * A dish of the day.
     *
     * @param mealId none: nothing is noted of it yet
     * @param servings pupils it was cooked for
     */
    public record MealView(
            @Nullable UUID mealId,
            String dish,
            String name,
            String nameEn,
            @Nullable Integer servings,
            List<UsedLot> lots,
            List<SampleView> samples) {}

    /**
     * What went into a meal.
     *
     * @param recalled its lot has been recalled since
     */
    public record UsedLot(
            UUID useId,
            String lotNumber,
            UUID productId,
            String productName,
            String supplierName,
            String countyName,
            long grams,
            Instant notedAt,
            boolean recalled) {}

    /** A retained sample. */
    public record SampleView(
            UUID sampleId,
            String number,
            int grams,
            String takenBy,
            Instant takenAt,
            Instant keepUntil,
            @Nullable Instant disposedAt) {}

    /**
     * A lot of which something is left.
     *
     * @param recalled it must not be cooked
     */
    public record StockLot(
            String lotNumber,
            String productName,
            String supplierName,
            String countyName,
            Instant receivedAt,
            long leftGrams,
            boolean recalled) {}
}
