package org.consumptionaid.marketplace.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; equal if the same is looked for.
 *
 * @param text their words, in lower case and half width; empty to browse
 * @param chosen values of facets; a facet without any is absent
 * @param near where distances start; none if there is no such order
 * @param after where the last page ended
 * @param lot decides between products of about the same rank; the same all day, and on every page
 * @param explain whether each product says why it stands where it does
 */
record ProductQuery(
        String text,
        Map<Facet, List<String>> chosen,
        ProductSort sort,
        @Nullable Place near,
        @Nullable Cursor after,
        long lot,
        boolean explain) {

    /** A point on the map, in degrees. */
    record Place(double longitude, double latitude) {}

    static final ProductQuery EVERYTHING =
            new ProductQuery("", Map.of(), ProductSort.RELEVANCE, null, null, 0, false);

    ProductQuery {
        text = SearchWords.tidy(text);
        chosen = sorted(chosen);
    }

    List<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    ProductQuery near(Place place) {
        return new ProductQuery(text, chosen, sort, place, after, lot, explain);
    }

    private static Map<Facet, List<String>> sorted(Map<Facet, List<String>> chosen) {
        Map<Facet, List<String>> sorted = new EnumMap<>(Facet.class);
        chosen.forEach((facet, keys) -> {
            List<String> some =
                    keys.stream().filter(key -> !key.isBlank()).distinct().sorted().toList();
            if (!some.isEmpty()) {
                sorted.put(facet, some);
            }
        });
        return sorted;
    }
}
