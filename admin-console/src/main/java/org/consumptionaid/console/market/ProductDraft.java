package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/** What a cooperative enters; the API says which of it is missing or wrong. */
public record ProductDraft(
        String name,
        String category,
        String variety,
        String grade,
        String description,
        String packaging,
        String storage,
        @Nullable Long shelfLifeDays,
        String township,
        String unit,
        @Nullable Long netWeightGrams,
        @Nullable Long priceFen,
        @Nullable Integer seasonFrom,
        @Nullable Integer seasonTo,
        @Nullable Long available,
        @Nullable String priceReason) {}
