package org.consumptionaid.console.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param notice what the API says of the results, such as that they only come nearest
 */
public record SearchResult(
        List<Product> items,
        long total,
        Facets facets,
        @Nullable String notice,
        @Nullable String next) {

    /** Exact counts over everything found, not over this page. */
    public record Facets(List<Facet> county, List<Facet> category) {}

    /** One value of a filter and how many products it would show. */
    public record Facet(String key, String name, long count) {}
}
