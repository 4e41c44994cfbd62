package org.consumptionaid.marketplace.catalog;

import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.Priced;
import org.consumptionaid.marketplace.shared.Version;

/** A product that nobody else can change now. */
record LockedProduct(
        long fieldsVersion,
        long stockVersion,
        long available,
        long priceFen,
        long netWeightGrams,
        String name,
        String category,
        String grade) {
    Priced priced() {
        return new Priced(name, category, grade, price().fenPerKg());
    }

    ListPrice price() {
        return new ListPrice(priceFen, netWeightGrams);
    }

    /**
     * An edit must have read the present fields, and the present stock if it says another number.
     */
    boolean accepts(Version read, ProductForm form) {
        return read.fields() == fieldsVersion
                && (read.stock() == stockVersion || form.available() == available);
    }
}
