package org.consumptionaid.marketplace.search;

import java.util.Locale;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Items;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SearchController {
    private final ProductSearch search;
    private final Suggestions suggestions;

    SearchController(ProductSearch search, Suggestions suggestions) {
        this.search = search;
        this.suggestions = suggestions;
    }

    @GetMapping("/products")
    Mono<SearchResult> products(
            @ParameterObject SearchParameters parameters, @Nullable Caller caller, Locale locale) {
        return search.search(parameters, caller, locale);
    }

    @GetMapping("/products/suggestions")
    Mono<Items<Suggestion>> suggestions(@RequestParam(defaultValue = "") String q, Locale locale) {
        return suggestions.of(q, locale).map(Items::new);
    }
}
