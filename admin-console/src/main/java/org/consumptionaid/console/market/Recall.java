package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recall and where its lots went.
 *
 * @param answeredAt when the reader's organisation said what it did
 * @param trace none in a list
 */
public record Recall(
        String id,
        String number,
        String productId,
        String productName,
        String supplierName,
        LocalDate shippedFrom,
        LocalDate shippedTo,
        String reason,
        Instant openedAt,
        long lots,
        @Nullable Instant answeredAt,
        @Nullable Trace trace) {

    public record Trace(long servings, long leftGrams, List<Lot> lots, List<Meal> meals) {}

    public record Lot(
            String lotNumber,
            String buyerName,
            String orderNumber,
            Instant shippedAt,
            long grams,
            @Nullable Long acceptedGrams,
            long leftGrams,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** A meal that a lot went into, and the samples kept of it. */
    public record Meal(
            String mealId,
            String buyerName,
            LocalDate day,
            String dishName,
            String dishNameEn,
            int servings,
            String lotNumber,
            long grams,
            List<Sample> samples) {

        public String name(Locale locale) {
            return Menu.named(dishName, dishNameEn, locale);
        }
    }

    public record Sample(String number, Instant keepUntil, @Nullable Instant disposedAt) {}
}
