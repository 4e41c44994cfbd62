package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A canteen's day: its meals, and the lots it has something left of. */
public record KitchenDay(LocalDate day, String schoolCode, List<Meal> meals, List<StockLot> stock) {

    /** A dish, what went into it and the samples kept of it. */
    public record Meal(
            @Nullable String mealId,
            String dish,
            String name,
            String nameEn,
            @Nullable Integer servings,
            List<UsedLot> lots,
            List<Sample> samples) {

        public String name(Locale locale) {
            return Menu.named(name, nameEn, locale);
        }
    }

    public record UsedLot(
            String useId,
            String lotNumber,
            String productId,
            String productName,
            String supplierName,
            String countyName,
            long grams,
            boolean recalled) {}

    public record Sample(
            String sampleId,
            String number,
            int grams,
            String takenBy,
            Instant takenAt,
            Instant keepUntil,
            @Nullable Instant disposedAt) {

        public boolean mayGo() {
            return disposedAt == null && !keepUntil.isAfter(Instant.now());
        }
    }

    public record StockLot(
            String lotNumber,
            String productName,
            String supplierName,
            String countyName,
            Instant receivedAt,
            long leftGrams,
            boolean recalled) {}
}
