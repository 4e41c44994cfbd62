package org.consumptionaid.marketplace.pricing;

/**
 * A product as its prices need it.
 *
 * @param offers how many are in force or will be
 */
record PricedProduct(long priceFen, long netWeightGrams, long offers) {
    ListPrice own() {
        return new ListPrice(priceFen, netWeightGrams);
    }
}
