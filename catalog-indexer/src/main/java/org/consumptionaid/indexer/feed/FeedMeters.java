package org.consumptionaid.indexer.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.consumptionaid.indexer.index.WriteResult;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The feed in figures. What waits is asked of the database, at most once a second however many ask.
 */
@Component
class FeedMeters {

    private static final Duration BACKLOG_MAX_AGE = Duration.ofSeconds(1);

    private final FeedStore store;
    private final Clock clock;
    private final Counter indexed;
    private final Counter parked;
    private volatile @Nullable Instant lastBatchAt;
    private @Nullable Backlog backlog;
    private Instant backlogAt = Instant.EPOCH;

    FeedMeters(FeedStore store, Clock clock, MeterRegistry registry) {
        this.store = store;
        this.clock = clock;
        this.indexed = registry.counter("catalog.feed.indexed");
        this.parked = registry.counter("catalog.feed.parked");
        gauge(registry, "catalog.feed.pending", null, Backlog::pending);
        gauge(registry, "catalog.feed.lag", "seconds", Backlog::lagSeconds);
        gauge(registry, "catalog.feed.parked.now", null, Backlog::parked);
    }

    void count(WriteResult result) {
        if (result.written() == 0 && result.refused().isEmpty()) {
            return;
        }
        indexed.increment(result.written());
        parked.increment(result.refused().size());
        lastBatchAt = clock.instant();
    }

    /** When products were last written, null before the first. */
    @Nullable Instant lastBatchAt() {
        return lastBatchAt;
    }

    /** What waits, null while the database does not answer. */
    synchronized @Nullable Backlog backlog() {
        if (backlogAt.plus(BACKLOG_MAX_AGE).isBefore(clock.instant())) {
            backlog = read();
            backlogAt = clock.instant();
        }
        return backlog;
    }

    private @Nullable Backlog read() {
        try {
            return store.backlog();
        } catch (DataAccessException e) {
            return null;
        }
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, this, meters -> meters.valueOf(figure))
                .baseUnit(unit)
                .register(registry);
    }

    /** Unknown is not zero. */
    private double valueOf(ToDoubleFunction<Backlog> figure) {
        Backlog known = backlog();
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }
}
