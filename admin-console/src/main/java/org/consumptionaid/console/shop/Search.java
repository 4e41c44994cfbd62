package org.consumptionaid.console.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.consumptionaid.console.market.SearchResult;
import org.consumptionaid.console.market.SearchResult.Facet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was searched for, and the address of every search one step from it.
 *
 * @param chosen values by facet
 */
public record Search(@Nullable String q, Map<String, List<String>> chosen, String sort, int pages) {

    static final int MAX_PAGES = 10;
    static final List<String> SORTS = List.of("relevance", "price", "distance", "newest");

    /** The filters, in the order they are shown. */
    static final List<String> FACETS =
            List.of(
                    "category",
                    "province",
                    "county",
                    "priceBand",
                    "season",
                    "certificate",
                    "delivery");

    /** A chosen value and the search without it. */
    public record Chip(String facet, String name, Search without) {}

    static Search of(MultiValueMap<String, String> parameters, int pages) {
        String q = parameters.getFirst("q");
        String sort = parameters.getFirst("sort");
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        for (String facet : FACETS) {
            List<String> values =
                    parameters.getOrDefault(facet, List.of()).stream()
                            .filter(value -> !value.isBlank())
                            .toList();
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return new Search(
                q == null || q.isBlank() ? null : q.strip(),
                chosen,
                sort != null && SORTS.contains(sort) ? sort : SORTS.getFirst(),
                Math.clamp(pages, 1, MAX_PAGES));
    }

    static Search newest() {
        return new Search(null, Map.of(), "newest", 1);
    }

    /** The orders there are; by distance only for somebody who is somewhere. */
    public List<String> sorts(boolean somewhere) {
        return SORTS.stream().filter(sort -> somewhere || !sort.equals("distance")).toList();
    }

    public List<String> facets() {
        return FACETS;
    }

    public boolean filtered() {
        return !chosen.isEmpty();
    }

    public List<String> chosen(String facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    public Search toggle(String facet, String value) {
        return with(facet, toggled(chosen(facet), value));
    }

    /**
     * Chooses or drops a category. Choosing one drops those it belongs to and those that belong to
     * it, which would not narrow anything beside it.
     */
    public Search toggleCategory(FacetTree tree, String category) {
        List<String> others =
                chosen("category").stream()
                        .filter(one -> one.equals(category) || !tree.areRelated(one, category))
                        .toList();
        return with("category", toggled(others, category));
    }

    private Search with(String facet, List<String> values) {
        Map<String, List<String>> other = new LinkedHashMap<>(chosen);
        if (values.isEmpty()) {
            other.remove(facet);
        } else {
            other.put(facet, values);
        }
        return new Search(q, other, sort, 1);
    }

    public FacetTree tree(SearchResult found) {
        return new FacetTree(found.facet("category"));
    }

    /** Every choice, each with the search that drops it. */
    public List<Chip> chips(SearchResult found) {
        List<Chip> chips = new ArrayList<>();
        chosen.forEach((facet, values) ->
                values.forEach(value ->
                        chips.add(
                                new Chip(
                                        facet,
                                        name(found.facet(facet), value),
                                        toggle(facet, value)))));
        return chips;
    }

    public Search withoutFilters() {
        return new Search(q, Map.of(), sort, 1);
    }

    public boolean mayShowMore() {
        return pages < MAX_PAGES;
    }

    public Search more() {
        return new Search(q, chosen, sort, pages + 1);
    }

    /** Reloads to the same list, as far as it was shown. */
    public String url() {
        MultiValueMap<String, String> parameters = parameters();
        if (pages > 1) {
            parameters.add("pages", String.valueOf(pages));
        }
        StringJoiner query = new StringJoiner("&", "/products?", "").setEmptyValue("/products");
        parameters.forEach(
                (name, values) -> values.forEach(value -> query.add(name + "=" + encode(value))));
        return query.toString();
    }

    /** Only what comes after the cursor. */
    public String urlAfter(String cursor) {
        String url = url();
        return url + (url.contains("?") ? "&" : "?") + "cursor=" + encode(cursor);
    }

    /** What the API is asked. */
    MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        if (q != null) {
            parameters.add("q", q);
        }
        chosen.forEach(parameters::addAll);
        if (!sort.equals(SORTS.getFirst())) {
            parameters.add("sort", sort);
        }
        return parameters;
    }

    private static String name(List<Facet> values, String key) {
        return values.stream()
                .filter(value -> value.key().equals(key))
                .map(Facet::name)
                .findFirst()
                .orElse(key);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<String> toggled(List<String> values, String value) {
        return values.contains(value)
                ? values.stream().filter(v -> !v.equals(value)).toList()
                : Stream.concat(values.stream(), Stream.of(value)).toList();
    }
}
