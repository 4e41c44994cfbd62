package org.consumptionaid.marketplace.benefit;

/** A lot whose kilograms households can still claim. */
public record LotView(
        String number, String orderNumber, String product, long grams, long claimedGrams) {}
