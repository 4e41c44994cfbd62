package org.consumptionaid.marketplace.catalog;

import org.consumptionaid.marketplace.shared.Version;

/** A product that nobody else can change now. */
record LockedProduct(long fieldsVersion, long stockVersion, long available, long priceFen) {
    /**
     * An edit must have read the present fields, and the present stock if it says another number.
     */
    boolean accepts(Version read, ProductForm form) {
        return read.fields() == fieldsVersion
                && (read.stock() == stockVersion || form.available() == available);
    }
}
