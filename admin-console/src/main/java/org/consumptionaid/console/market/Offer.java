package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/** A product that can meet a need, and how many packages of it would. */
public record Offer(
        String productId,
        String name,
        String category,
        String organisationName,
        String countyCode,
        String countyName,
        String unit,
        long netWeightGrams,
        long priceFen,
        long pricePerKgFen,
        long available,
        @Nullable Long distanceMetres,
        @Nullable Long suggestedQuantity) {}
