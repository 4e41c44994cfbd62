package org.consumptionaid.marketplace.search;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers from the index, or from the database while the index does not answer. The same question
 * asked again within a second gets the same answer, and asked by many at once is put only once.
 */
@Component
class Finder {
    static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);
    private static final int MOST_ANSWERS = 4_000;
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(5);

    private final CatalogIndex index;
    private final IndexBreaker breaker;
    private final DatabaseSearch database;
    private final Clock clock;
    private final AsyncCache<ProductQuery, Found> hot =
            Caffeine.newBuilder()
                    .maximumSize(MOST_ANSWERS)
                    .expireAfterWrite(FRESH_FOR)
                    .buildAsync();

    Finder(CatalogIndex index, IndexBreaker breaker, DatabaseSearch database, Clock clock) {
        this.index = index;
        this.breaker = breaker;
        this.database = database;
        this.clock = clock;
    }

    /** Whoever goes away leaves the search to those who still wait for it. */
    Mono<Found> find(ProductQuery query) {
        return Mono.fromFuture(() -> hot.get(query, (q, _) -> ask(q).toFuture()), true);
    }

    private Mono<Found> ask(ProductQuery query) {
        Instant now = clock.instant();
        int month = BusinessDay.of(now).getMonthValue();
        Cursor after = query.after();
        Mono<Found> answer =
                after != null && after.isOfDatabase()
                        ? askDatabase(query, now, month)
                        : breaker.guard(index.search(query, now, month))
                                .onErrorResume(
                                        IndexBreaker::isOutage,
                                        error -> instead(error, query, now, month));
        return answer;
    }

    private Mono<Found> instead(Throwable error, ProductQuery query, Instant now, int month) {
        LOG.debug("the database answers in place of the index: {}", error.toString());
        return askDatabase(query, now, month);
    }

    private Mono<Found> askDatabase(ProductQuery query, Instant now, int month) {
        return database.search(query, now, month).timeout(DATABASE_TIMEOUT);
    }
}
