package org.consumptionaid.marketplace.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SearchController {
    private final ProductSearch search;

    SearchController(ProductSearch search) {
        this.search = search;
    }

    @GetMapping("/products")
    Mono<SearchResult> products(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> county,
            @RequestParam(defaultValue = "") List<String> category,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        ProductQuery query =
                new ProductQuery(
                        q.strip(),
                        chosen(county),
                        chosen(category),
                        ProductSort.of(sort),
                        Cursor.of(cursor));
        return search.search(query, locale);
    }

    private static List<String> chosen(List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
