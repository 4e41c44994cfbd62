package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.search.ProductQuery.Place;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one place that speaks to Elasticsearch. */
@Component
class CatalogIndex {
    /**
     * With {@link Finder#FRESH_FOR} the oldest answer: what is no longer certified is gone in 2 s.
     */
    static final Duration SEARCH_TIMEOUT = Duration.ofSeconds(1);

    private static final String ALIAS = "catalog";

    /** Counts what the query finds before facets are chosen. */
    private static final String ANYTHING = "anything";

    private final ElasticsearchAsyncClient client;
    private final ProductNames names;

    CatalogIndex(ElasticsearchTransport transport, ProductNames names) {
        this.client = new ElasticsearchAsyncClient(transport);
        this.names = names;
    }

    /** Whether the index did not answer, rather than that something else went wrong. */
    static boolean isOutage(Throwable error) {
        return error instanceof IOException
                || error instanceof TimeoutException
                || error instanceof ElasticsearchException;
    }

    /**
     * Only products with a certificate in force at this moment. What comes nearest if nothing is
     * what was asked for. Fails with an {@link #isOutage outage} when Elasticsearch does not
     * answer.
     */
    Mono<Found> search(ProductQuery query, Instant now, int month) {
        List<Supplier<Query>> attempts =
                CatalogQuery.attempts(query.text(), names, query.explain());
        return ask(query, attempts, 0, now, month).timeout(SEARCH_TIMEOUT);
    }

    private Mono<Found> ask(
            ProductQuery query,
            List<Supplier<Query>> attempts,
            int attempt,
            Instant now,
            int month) {
        SearchRequest request = request(query, attempts.get(attempt).get(), now, month);
        return Mono.fromFuture(() -> client.search(request, ProductDocument.class))
                .flatMap(response -> {
                    boolean anything = anything(response);
                    return anything || attempt == attempts.size() - 1
                            ? Mono.just(found(query, response, anything && attempt > 0, now))
                            : ask(query, attempts, attempt + 1, now, month);
                });
    }

    private static SearchRequest request(
            ProductQuery query, Query matching, Instant now, int month) {
        CatalogFacets facets = new CatalogFacets(query, month);
        SearchRequest.Builder request =
                new SearchRequest.Builder()
                        .index(ALIAS)
                        .size(Page.SIZE)
                        .trackTotalHits(total -> total.enabled(true))
                        .query(CatalogRanking.ranked(matching, now, month, query.lot()))
                        .postFilter(filter -> filter.bool(all -> all.filter(facets.choices())))
                        .aggregations(facets.counting())
                        .aggregations(
                                ANYTHING, any -> any.filter(all -> all.matchAll(every -> every)))
                        .sort(order(query), tieBreak());
        if (query.after() != null) {
            request.searchAfter(place(query.after()));
        }
        return request.build();
    }

    private static SortOptions order(ProductQuery query) {
        return switch (query.sort()) {
            case RELEVANCE -> SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc)));
            case PRICE ->
                    SortOptions.of(
                            s -> s.field(f -> f.field("pricePerKgFen").order(SortOrder.Asc)));
            case DISTANCE -> from(Objects.requireNonNull(query.near()));
            case NEWEST ->
                    SortOptions.of(s -> s.field(f -> f.field("createdAt").order(SortOrder.Desc)));
        };
    }

    private static SortOptions from(Place near) {
        return SortOptions.of(s ->
                s.geoDistance(distance ->
                        distance.field("location")
                                .location(at ->
                                        at.latlon(
                                                l -> l.lon(near.longitude()).lat(near.latitude())))
                                .unit(DistanceUnit.Meters)
                                .order(SortOrder.Asc)));
    }

    private static SortOptions tieBreak() {
        return SortOptions.of(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
    }

    private static List<FieldValue> place(Cursor after) {
        boolean whole = after.rank() == Math.rint(after.rank());
        FieldValue rank = whole ? FieldValue.of((long) after.rank()) : FieldValue.of(after.rank());
        return List.of(rank, FieldValue.of(after.id()));
    }

    private static Found found(
            ProductQuery query,
            SearchResponse<ProductDocument> response,
            boolean fallback,
            Instant now) {
        int month = BusinessDay.of(now).getMonthValue();
        List<Hit<ProductDocument>> hits = response.hits().hits();
        return new Found(
                hits.stream().map(hit -> item(hit, query, month)).toList(),
                Objects.requireNonNull(response.hits().total()).value(),
                CatalogFacets.counts(response.aggregations()),
                fallback,
                false,
                hits.size() < Page.SIZE ? null : cursor(hits.getLast(), query.lot()),
                now);
    }

    private static boolean anything(SearchResponse<ProductDocument> response) {
        return Objects.requireNonNull(response.aggregations().get(ANYTHING)).filter().docCount()
                > 0;
    }

    private static Found.Item item(Hit<ProductDocument> hit, ProductQuery query, int month) {
        ProductDocument document = Objects.requireNonNull(hit.source());
        boolean byDistance = query.sort() == ProductSort.DISTANCE;
        return new Found.Item(
                document,
                byDistance ? Math.round(rank(hit)) : null,
                query.explain() ? reasons(hit, document, query.sort(), month) : List.of());
    }

    private static List<Reason> reasons(
            Hit<ProductDocument> hit, ProductDocument document, ProductSort sort, int month) {
        Stream<Reason> matched = hit.matchedQueries().keySet().stream().flatMap(Reason::of);
        return Stream.concat(matched, CatalogRanking.reasons(document, sort, month).stream())
                .sorted(Comparator.comparing(Reason::kind))
                .toList();
    }

    private static @Nullable Cursor cursor(Hit<ProductDocument> last, long lot) {
        double rank = rank(last);
        return Double.isFinite(rank)
                ? new Cursor(rank, last.sort().get(1).stringValue(), lot)
                : null;
    }

    private static double rank(Hit<ProductDocument> hit) {
        FieldValue rank = hit.sort().getFirst();
        return rank.isDouble() ? rank.doubleValue() : rank.longValue();
    }
}
