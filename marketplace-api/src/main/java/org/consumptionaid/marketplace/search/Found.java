package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found: a page of it, the exact total, and counts of every facet.
 *
 * @param fallback whether nothing was what was asked for, and this comes nearest
 * @param facets empty if they were not counted
 * @param degraded whether the database answered in place of the index
 * @param at the moment at which all of it was certified
 */
record Found(
        List<Item> items,
        long total,
        Map<Facet, List<Count>> facets,
        boolean fallback,
        boolean degraded,
        @Nullable Cursor next,
        Instant at) {

    /**
     * A product that was found.
     *
     * @param distanceMetres from {@link ProductQuery#near()}; none in other orders
     * @param reasons why it was found, if that was asked
     */
    record Item(ProductDocument document, @Nullable Long distanceMetres, List<Reason> reasons) {}

    record Count(String key, long count) {}
}
