package org.consumptionaid.marketplace.pricing;

/**
 * A product as its prices need it.
 *
 * @param offers how many are in force or will be
 */
record PricedProduct(
        String name,
        String category,
        String grade,
        long priceFen,
        long netWeightGrams,
        long offers) {
    Priced at(long fenPerKg) {
        return new Priced(name, category, grade, fenPerKg);
    }

    ListPrice own() {
        return new ListPrice(priceFen, netWeightGrams);
    }
}
