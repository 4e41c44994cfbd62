package org.consumptionaid.marketplace.pricing;

import org.consumptionaid.marketplace.shared.Money;

/**
 * A product's own price, which holds for anybody and any quantity where no offer does.
 *
 * @param priceFen of one package
 * @param unitGrams of one package, 1 or more
 */
public record ListPrice(long priceFen, long unitGrams) {
    private static final long GRAMS_PER_KG = 1_000;

    /** Rounded down, as the price per kilogram of a product is shown everywhere. */
    public long fenPerKg() {
        return Math.multiplyExact(priceFen, GRAMS_PER_KG) / unitGrams;
    }

    /** Half a fen up, and never nothing. */
    long packageFen(long fenPerKg) {
        return Math.max(1, new Money(fenPerKg).share(unitGrams, GRAMS_PER_KG).fen());
    }
}
