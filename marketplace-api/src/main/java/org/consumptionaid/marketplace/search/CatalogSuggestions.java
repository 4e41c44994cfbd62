package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the index for names of products that go on as the typed text begins. */
@Component
class CatalogSuggestions {
    private static final String ALIAS = "catalog";
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final int MOST_INITIALS = 10;
    private static final float BEGINS_NAME = 3;
    private static final float IN_NAME = 2;

    private final ElasticsearchAsyncClient client;

    CatalogSuggestions(ElasticsearchTransport transport) {
        this.client = new ElasticsearchAsyncClient(transport);
    }

    private record Named(String name) {}

    /**
     * Different names of products with a certificate in force, the likeliest first.
     *
     * @param typed in lower case and half width
     */
    Mono<List<String>> names(String typed, int most, Instant now) {
        SearchRequest request =
                SearchRequest.of(search ->
                        search.index(ALIAS)
                                .size(most)
                                .trackTotalHits(total -> total.enabled(false))
                                .source(source -> source.filter(only -> only.includes("name")))
                                .query(beginning(typed, now))
                                .collapse(same -> same.field("name.keyword")));
        return Mono.fromFuture(() -> client.search(request, Named.class))
                .timeout(TIMEOUT)
                .map(response ->
                        response.hits().hits().stream()
                                .map(hit -> Objects.requireNonNull(hit.source()).name())
                                .toList());
    }

    private static Query beginning(String typed, Instant now) {
        List<Query> any = new ArrayList<>();
        any.add(
                Query.of(q ->
                        q.prefix(p -> p.field("name.keyword").value(typed).boost(BEGINS_NAME))));
        any.add(begun("name.character", typed));
        Syllables.readings(typed).forEach(syllables -> any.add(begun("pinyin", syllables)));
        String initials = typed.replaceAll("[^a-z]", "");
        if (initials.length() > 1 && initials.length() <= MOST_INITIALS) {
            any.add(begun("initials", String.join(" ", initials.split(""))));
        }
        return Query.of(q ->
                q.bool(all ->
                        all.filter(CatalogRanking.certified(now))
                                .should(any)
                                .minimumShouldMatch("1")));
    }

    private static Query begun(String field, String text) {
        Query begun = Query.of(q -> q.matchPhrasePrefix(m -> m.field(field).query(text)));
        return Query.of(q -> q.constantScore(c -> c.filter(begun).boost(IN_NAME)));
    }
}
