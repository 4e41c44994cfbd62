package org.consumptionaid.marketplace.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers from the index, or from the database while the index does not answer. */
@Component
class Finder {
    /** How old an answer may be that is given again. */
    static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(5);

    private final CatalogIndex index;
    private final IndexBreaker breaker;
    private final DatabaseSearch database;
    private final Clock clock;

    Finder(CatalogIndex index, IndexBreaker breaker, DatabaseSearch database, Clock clock) {
        this.index = index;
        this.breaker = breaker;
        this.database = database;
        this.clock = clock;
    }

    /** At this moment. */
    Mono<Found> find(ProductQuery query) {
        return Mono.defer(() -> ask(query));
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
