package org.consumptionaid.console.market;

/** A shipped lot whose kilograms households can still claim. */
public record Lot(
        String number, String orderNumber, String product, long grams, long claimedGrams) {

    public long leftGrams() {
        return grams - claimedGrams;
    }
}
