package org.consumptionaid.marketplace.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A kind of produce.
 *
 * @param parent the code of the kind it belongs to; none at the top
 * @param name in Chinese
 * @param foodGroup its food group in WS/T 554-2017; none for what no school meal is planned with
 */
public record Category(
        String code,
        @Nullable String parent,
        String name,
        String nameEn,
        @Nullable String foodGroup) {}
