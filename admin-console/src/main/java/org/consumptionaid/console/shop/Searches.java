package org.consumptionaid.console.shop;

import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.console.market.ApiProblem;
import org.consumptionaid.console.market.MarketplaceApi;
import org.consumptionaid.console.market.Product;
import org.consumptionaid.console.market.SearchResult;
import org.consumptionaid.console.market.Suggestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClientException;

/** Runs searches, page after page as far as one was shown before a reload. */
@Component
class Searches {

    private static final Logger log = LoggerFactory.getLogger(Searches.class);

    private final MarketplaceApi api;

    Searches(MarketplaceApi api) {
        this.api = api;
    }

    SearchResult upTo(Search search) {
        SearchResult found = after(search, null);
        List<Product> items = new ArrayList<>(found.items());
        SearchResult last = found;
        for (int page = 1; page < search.pages() && last.next() != null; page++) {
            last = after(search, last.next());
            items.addAll(last.items());
        }
        return new SearchResult(
                items,
                found.total(),
                found.facets(),
                found.degraded(),
                found.notice(),
                last.next());
    }

    SearchResult after(Search search, @Nullable String cursor) {
        MultiValueMap<String, String> parameters = search.parameters();
        if (cursor != null) {
            parameters.add("cursor", cursor);
        }
        return api.search(parameters);
    }

    /** Null while the search does not work; the page around it still does. */
    @Nullable SearchResult newest() {
        try {
            return after(Search.newest(), null);
        } catch (ApiProblem | RestClientException down) {
            log.warn("newest products: {}", down.toString());
            return null;
        }
    }

    List<Suggestion> suggestions(String q) {
        try {
            return api.suggestions(q).items();
        } catch (ApiProblem | RestClientException down) {
            log.warn("suggestions: {}", down.toString());
            return List.of();
        }
    }
}
