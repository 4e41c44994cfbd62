package org.consumptionaid.console.market;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param facets by name the values one can narrow down to, with exact counts over everything found
 * @param degraded whether the search engine is down and this is a simpler search
 * @param notice what the API says of the results, such as that they only come nearest
 */
public record SearchResult(
        List<Product> items,
        long total,
        Map<String, List<Facet>> facets,
        boolean degraded,
        @Nullable String notice,
        @Nullable String next) {

    /** Whether there is anything to narrow down by; a simpler search may come without counts. */
    public boolean counted() {
        return !degraded
                || facets.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value.count() > 0);
    }

    /**
     * One value of a filter and how many products it would show.
     *
     * @param parent of a category, the one it belongs to; none at the top
     */
    public record Facet(String key, String name, long count, @Nullable String parent) {}

    public List<Facet> facet(String name) {
        return facets.getOrDefault(name, List.of());
    }
}
