package org.consumptionaid.marketplace.catalog;

import java.util.List;

/**
 * How a product is called: like one of the patterns and like none of the others.
 *
 * @param patterns of SQL's LIKE
 */
public record ProductNames(List<String> patterns, List<String> others) {
    /** Any name. */
    public static final ProductNames ANY = new ProductNames(List.of("%"), List.of());
}
