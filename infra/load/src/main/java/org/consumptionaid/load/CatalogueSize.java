package org.consumptionaid.load;

/**
 * How large a generated catalogue is.
 *
 * @param seed the same seed and sizes make the same rows
 */
record CatalogueSize(int suppliers, int products, long seed) {
    /** Different produce of one supplier never has the same name; there is that much produce. */
    static final int PRODUCTS_PER_SUPPLIER_MAX = 200;

    /** Seven digits number a supplier in its credit code. */
    static final int SUPPLIERS_MAX = 9_999_999;

    /** 30,000 suppliers and 400,000 products, as the national platform had in 2024. */
    private static final double PRODUCTS_PER_SUPPLIER = 400_000 / 30_000.0;

    CatalogueSize {
        if (suppliers < 1 || suppliers > SUPPLIERS_MAX) {
            throw new IllegalArgumentException("1 to " + SUPPLIERS_MAX + " suppliers");
        }
        if (products < suppliers || products > (long) suppliers * PRODUCTS_PER_SUPPLIER_MAX) {
            throw new IllegalArgumentException(
                    "1 to " + PRODUCTS_PER_SUPPLIER_MAX + " products per supplier");
        }
    }

    /** So many products with suppliers in the real proportion. */
    static CatalogueSize ofProducts(int products, long seed) {
        int suppliers = (int) Math.max(1, Math.round(products / PRODUCTS_PER_SUPPLIER));
        return new CatalogueSize(suppliers, products, seed);
    }

    /** Number of the supplier's first product; one more supplier's than there are is the end. */
    int firstProductOf(int supplier) {
        return (int) ((long) supplier * products / suppliers);
    }
}
