package org.consumptionaid.marketplace.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text their words; empty to browse
 * @param counties codes, any of them; empty for all
 * @param categories codes, any of them; empty for all
 */
record ProductQuery(
        String text,
        List<String> counties,
        List<String> categories,
        ProductSort sort,
        @Nullable Cursor after) {}
