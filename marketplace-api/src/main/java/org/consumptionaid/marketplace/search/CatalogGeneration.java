package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.indices.IndicesStatsResponse;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import co.elastic.clients.transport.ElasticsearchTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells whether the index still shows what it showed: it does until it refreshes with changes, the
 * alias moves to another index, or a certificate begins or ends. Looks twice a second, so that what
 * it says is never older than {@link Finder#FRESH_FOR}.
 */
@Component
class CatalogGeneration {
    private static final String ALIAS = "catalog";
    private static final long LOOK_MILLIS = 400;
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final ElasticsearchAsyncClient client;
    private final Clock clock;
    private volatile @Nullable Look last;

    CatalogGeneration(ElasticsearchTransport transport, Clock clock) {
        this.client = new ElasticsearchAsyncClient(transport);
        this.clock = clock;
    }

    /**
     * What the index shows, as something to compare.
     *
     * @param refreshes of every index behind the alias
     * @param certifiedSince the first look that saw just the certificates in force which the last
     *     one saw
     */
    record Generation(Map<String, Long> refreshes, Instant certifiedSince) {}

    private record Look(Generation generation, Instant at, long nanos) {}

    /** None while that is not known, as when the index does not answer. */
    @Nullable Generation current() {
        Look look = last;
        return look == null || System.nanoTime() - look.nanos() > Finder.FRESH_FOR.toNanos()
                ? null
                : look.generation();
    }

    @Scheduled(fixedDelay = LOOK_MILLIS, timeUnit = TimeUnit.MILLISECONDS)
    Mono<Void> look() {
        return Mono.defer(() -> looked(last, clock.instant(), System.nanoTime()))
                .timeout(TIMEOUT)
                .doOnNext(look -> last = look)
                .then()
                .onErrorResume(CatalogIndex::isOutage, _ -> forget());
    }

    /** An index that was away counts from the beginning: what it shows then is something new. */
    private Mono<Void> forget() {
        return Mono.fromRunnable(() -> last = null);
    }

    private Mono<Look> looked(@Nullable Look before, Instant now, long nanos) {
        Mono<Instant> certifiedSince =
                before == null
                        ? Mono.just(now)
                        : certifiedAnew(before.at(), now)
                                .map(anew -> anew ? now : before.generation().certifiedSince());
        return refreshes()
                .zipWith(certifiedSince, Generation::new)
                .map(generation -> new Look(generation, now, nanos));
    }

    private Mono<Map<String, Long>> refreshes() {
        return Mono.fromFuture(() ->
                        client.indices().stats(s -> s.index(ALIAS).metric(CommonStatsFlag.Refresh)))
                .map(CatalogGeneration::refreshes);
    }

    private static Map<String, Long> refreshes(IndicesStatsResponse stats) {
        Map<String, Long> refreshes = new TreeMap<>();
        stats.indices()
                .forEach((index, one) -> {
                    IndexStats total = Objects.requireNonNull(one.total());
                    refreshes.put(index, Objects.requireNonNull(total.refresh()).externalTotal());
                });
        return refreshes;
    }

    /** Whether a certificate began or ended from one moment to the other, to the millisecond. */
    private Mono<Boolean> certifiedAnew(Instant before, Instant now) {
        Query between =
                Query.of(q ->
                        q.range(r ->
                                r.date(d ->
                                        d.field("certifiedTurns")
                                                .gte(before.toString())
                                                .lte(now.toString()))));
        return Mono.fromFuture(() ->
                        client.search(
                                s -> s.index(ALIAS).size(0).terminateAfter(1L).query(between),
                                Void.class))
                .map(response -> Objects.requireNonNull(response.hits().total()).value() > 0);
    }
}
