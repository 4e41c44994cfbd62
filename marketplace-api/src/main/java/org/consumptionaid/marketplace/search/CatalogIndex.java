package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FilterAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.consumptionaid.marketplace.search.SearchRefusal.SearchUnavailable;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one place that speaks to Elasticsearch. Each facet is counted under the query and the other
 * facets' choices, not its own, so that choosing one value never hides its siblings; the choices
 * themselves are a post filter.
 */
@Component
class CatalogIndex {
    private static final String ALIAS = "catalog";
    private static final Duration SEARCH_TIMEOUT = Duration.ofSeconds(2);
    private static final int MOST_COUNTIES = 3_000;
    private static final int MOST_CATEGORIES = 200;
    private static final double IN_SEASON = 1.3;
    private static final double IN_STOCK = 1.5;

    /** Counts what the query finds before counties and categories are chosen. */
    private static final String ANYTHING = "anything";

    private final ElasticsearchAsyncClient client;
    private final ProductNames names;

    CatalogIndex(ElasticsearchTransport transport, ProductNames names) {
        this.client = new ElasticsearchAsyncClient(transport);
        this.names = names;
    }

    /**
     * Only products with a certificate in force at this moment. What comes nearest if nothing is
     * what was asked for. Refuses when Elasticsearch does not answer: {@link SearchUnavailable}.
     */
    Mono<Found> search(ProductQuery query, Instant now, int month) {
        List<Query> attempts = CatalogQuery.attempts(SearchWords.of(query.text()), names);
        return ask(query, attempts, 0, now, month)
                .timeout(SEARCH_TIMEOUT)
                .onErrorMap(CatalogIndex::isOutage, _ -> new SearchUnavailable().asException());
    }

    private Mono<Found> ask(
            ProductQuery query, List<Query> attempts, int attempt, Instant now, int month) {
        SearchRequest request = request(query, attempts.get(attempt), now, month);
        return Mono.fromFuture(() -> client.search(request, ProductDocument.class))
                .flatMap(response -> {
                    boolean anything = filtered(response, ANYTHING).docCount() > 0;
                    return anything || attempt == attempts.size() - 1
                            ? Mono.just(found(response, anything && attempt > 0))
                            : ask(query, attempts, attempt + 1, now, month);
                });
    }

    private static boolean isOutage(Throwable error) {
        return error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof ElasticsearchException;
    }

    private static SearchRequest request(
            ProductQuery query, Query matching, Instant now, int month) {
        Query counties = anyOf("countyCode", query.counties());
        Query categories = anyOf("categoryCode", query.categories());
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(ALIAS)
                        .size(Page.SIZE)
                        .trackTotalHits(total -> total.enabled(true))
                        .query(ranked(matching, now, month))
                        .postFilter(filter -> filter.bool(all -> all.filter(counties, categories)))
                        .aggregations("county", facet("countyCode", MOST_COUNTIES, categories))
                        .aggregations("category", facet("categoryCode", MOST_CATEGORIES, counties))
                        .aggregations(
                                ANYTHING, any -> any.filter(all -> all.matchAll(every -> every)))
                        .aggregations(
                                "total",
                                total ->
                                        total.filter(all ->
                                                all.bool(
                                                        both -> both.filter(counties, categories))))
                        .sort(order(query.sort()), tieBreak());
        if (query.after() != null) {
            request.searchAfter(place(query.after()));
        }
        return request.build();
    }

    private static Query ranked(Query matching, Instant now, int month) {
        Query sellable = Query.of(q -> q.bool(all -> all.filter(certified(now)).must(matching)));
        return Query.of(q ->
                q.functionScore(score ->
                        score.query(sellable)
                                .functions(function ->
                                        function.filter(term("seasonMonths", FieldValue.of(month)))
                                                .weight(IN_SEASON))
                                .functions(function ->
                                        function.filter(available ->
                                                        available.range(range ->
                                                                range.number(number ->
                                                                        number.field("available")
                                                                                .gt(0.0))))
                                                .weight(IN_STOCK))
                                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static Query certified(Instant now) {
        return term("certified", FieldValue.of(now.toString()));
    }

    private static Aggregation facet(String field, int most, Query others) {
        return Aggregation.of(facet ->
                facet.filter(others)
                        .aggregations(
                                "values",
                                values -> values.terms(terms -> terms.field(field).size(most))));
    }

    private static Query anyOf(String field, List<String> values) {
        if (values.isEmpty()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(any -> any.value(wanted))));
    }

    private static Query term(String field, FieldValue value) {
        return Query.of(q -> q.term(term -> term.field(field).value(value)));
    }

    private static SortOptions order(ProductSort sort) {
        return switch (sort) {
            case RELEVANCE -> SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc)));
            case PRICE ->
                    SortOptions.of(
                            s -> s.field(f -> f.field("pricePerKgFen").order(SortOrder.Asc)));
            case NEWEST ->
                    SortOptions.of(s -> s.field(f -> f.field("createdAt").order(SortOrder.Desc)));
        };
    }

    private static SortOptions tieBreak() {
        return SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
    }

    private static List<FieldValue> place(Cursor after) {
        boolean whole = after.rank() == Math.rint(after.rank());
        FieldValue rank = whole ? FieldValue.of((long) after.rank()) : FieldValue.of(after.rank());
        return List.of(rank, FieldValue.of(after.id()));
    }

    private static Found found(SearchResponse<ProductDocument> response, boolean fallback) {
        List<Hit<ProductDocument>> hits = response.hits().hits();
        List<ProductDocument> documents =
                hits.stream().map(Hit::source).filter(Objects::nonNull).toList();
        return new Found(
                documents,
                filtered(response, "total").docCount(),
                counts(response, "county"),
                counts(response, "category"),
                fallback,
                hits.size() < Page.SIZE ? null : cursor(hits.getLast()));
    }

    private static List<Found.Count> counts(
            SearchResponse<ProductDocument> response, String facet) {
        Aggregate values =
                Objects.requireNonNull(filtered(response, facet).aggregations().get("values"));
        return values.sterms().buckets().array().stream().map(CatalogIndex::count).toList();
    }

    private static FilterAggregate filtered(SearchResponse<ProductDocument> response, String name) {
        return Objects.requireNonNull(response.aggregations().get(name)).filter();
    }

    private static Found.Count count(StringTermsBucket bucket) {
        return new Found.Count(bucket.key().stringValue(), bucket.docCount());
    }

    private static @Nullable Cursor cursor(Hit<ProductDocument> last) {
        FieldValue rank = last.sort().getFirst();
        return new Cursor(
                rank.isDouble() ? rank.doubleValue() : rank.longValue(),
                last.sort().get(1).stringValue());
    }
}
