package org.consumptionaid.indexer.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far the running rebuild is: a log line now and then, and two gauges. */
@Component
class RebuildProgress {

    private static final Logger log = LoggerFactory.getLogger(RebuildProgress.class);

    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final AtomicInteger running;
    private final AtomicInteger documents;
    private final Clock clock;
    private Instant nextLog = Instant.MAX;

    RebuildProgress(MeterRegistry registry, Clock clock) {
        this.running = registry.gauge("catalog.rebuild.running", new AtomicInteger());
        this.documents = registry.gauge("catalog.rebuild.documents", new AtomicInteger());
        this.clock = clock;
    }

    synchronized void begin() {
        running.set(1);
        documents.set(0);
        nextLog = clock.instant().plus(LOG_EVERY);
    }

    /** So many more documents were answered; may come from several threads. */
    synchronized void add(int count) {
        int sum = documents.addAndGet(count);
        if (clock.instant().isAfter(nextLog)) {
            log.info("Rebuilding the index: {} products so far", sum);
            nextLog = clock.instant().plus(LOG_EVERY);
        }
    }

    void end() {
        running.set(0);
    }
}
