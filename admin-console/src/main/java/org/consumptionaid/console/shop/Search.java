package org.consumptionaid.console.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was searched for, and the address of every search one step from it. */
public record Search(
        @Nullable String q, List<String> county, List<String> category, String sort, int pages) {

    static final int MAX_PAGES = 10;
    static final List<String> SORTS = List.of("relevance", "price", "newest");

    static Search of(
            @Nullable String q,
            @Nullable List<String> county,
            @Nullable List<String> category,
            @Nullable String sort,
            int pages) {
        return new Search(
                q == null || q.isBlank() ? null : q.strip(),
                county == null ? List.of() : List.copyOf(county),
                category == null ? List.of() : List.copyOf(category),
                sort != null && SORTS.contains(sort) ? sort : SORTS.getFirst(),
                Math.clamp(pages, 1, MAX_PAGES));
    }

    public boolean filtered() {
        return !county.isEmpty() || !category.isEmpty();
    }

    public Search toggleCounty(String code) {
        return new Search(q, toggle(county, code), category, sort, 1);
    }

    public Search toggleCategory(String code) {
        return new Search(q, county, toggle(category, code), sort, 1);
    }

    public Search sortedBy(String other) {
        return new Search(q, county, category, other, 1);
    }

    public Search withoutFilters() {
        return new Search(q, List.of(), List.of(), sort, 1);
    }

    public boolean mayShowMore() {
        return pages < MAX_PAGES;
    }

    public Search more() {
        return new Search(q, county, category, sort, pages + 1);
    }

    /** Reloads to the same list, as far as it was shown. */
    public String url() {
        StringJoiner query = new StringJoiner("&", "/products?", "").setEmptyValue("/products");
        add(query, "q", q == null ? List.of() : List.of(q));
        add(query, "category", category);
        add(query, "county", county);
        add(query, "sort", sort.equals(SORTS.getFirst()) ? List.of() : List.of(sort));
        add(query, "pages", pages == 1 ? List.of() : List.of(String.valueOf(pages)));
        return query.toString();
    }

    /** Only what comes after the cursor. */
    public String urlAfter(String cursor) {
        String url = url();
        return url + (url.contains("?") ? "&" : "?") + "cursor=" + encode(cursor);
    }

    private static void add(StringJoiner query, String name, List<String> values) {
        values.forEach(value -> query.add(name + "=" + encode(value)));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<String> toggle(List<String> values, String value) {
        return values.contains(value)
                ? values.stream().filter(v -> !v.equals(value)).toList()
                : Stream.concat(values.stream(), Stream.of(value)).toList();
    }
}
