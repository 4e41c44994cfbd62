package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where lots went: to whom, into which meals, what samples are kept of these, what is left. */
public record LotTrace(long servings, long leftGrams, List<LotPlace> lots, List<MealPlace> meals) {

    /**
     * A lot and its buyer.
     *
     * @param acceptedGrams none: not accepted yet, or refused
     * @param answer what the buyer did about a recall
     */
    public record LotPlace(
            String lotNumber,
            String buyerName,
            String orderNumber,
            Instant shippedAt,
            long grams,
            @Nullable Long acceptedGrams,
            long leftGrams,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** A meal that a lot went into. */
    public record MealPlace(
            UUID mealId,
            String buyerName,
            LocalDate day,
            String dishName,
            String dishNameEn,
            int servings,
            String lotNumber,
            long grams,
            List<SamplePlace> samples) {}

    /** A sample of such a meal; disposed of: it can no longer be examined. */
    public record SamplePlace(String number, Instant keepUntil, @Nullable Instant disposedAt) {}
}
