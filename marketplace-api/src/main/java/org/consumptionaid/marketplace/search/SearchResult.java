package org.consumptionaid.marketplace.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total how many there are in all, exactly
 * @param facets by name ({@code county}, {@code category} …) the values one can narrow down to,
 *     most frequent first, categories below those they belong to; a facet's own choice does not
 *     narrow its counts
 * @param fallback whether nothing was what was asked for, and these come nearest
 * @param degraded whether the search engine does not answer and this is a simpler search
 * @param notice the sentence that says so, in the caller's language
 */
public record SearchResult(
        List<ProductHit> items,
        long total,
        Map<String, List<FacetValue>> facets,
        boolean fallback,
        boolean degraded,
        @Nullable String notice,
        @Nullable String next) {

    SearchResult with(List<ProductHit> hits) {
        return new SearchResult(hits, total, facets, fallback, degraded, notice, next);
    }

    /**
     * A value of a facet, its name in the caller's language and how many products have it.
     *
     * @param parent the category that a category belongs to; none at the top
     */
    public record FacetValue(String key, String name, long count, @Nullable String parent) {}
}
