package org.consumptionaid.marketplace.catalog;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the indexers which products changed. The rows are written in the transaction of the change;
 * the bell that wakes the indexers is rung outside of it and at most every {@value #BELL_MILLIS}
 * ms, because {@code NOTIFY} inside a transaction takes a lock on the whole database at commit and
 * would line all orders up behind each other. A bell that is rung too early or is lost costs an
 * indexer's poll (0.5 s) and nothing else.
 */
@Component
class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final long BELL_MILLIS = 100;
    private static final Duration BELL_TIMEOUT = Duration.ofSeconds(2);
    private static final String INSERT =
            "INSERT INTO catalog_change (aggregateid) SELECT unnest(:ids)";
    private static final String RING = "SELECT pg_notify('catalog_change', '')";

    private final DatabaseClient database;
    private final AtomicBoolean bell = new AtomicBoolean();

    Outbox(DatabaseClient database) {
        this.database = database;
    }

    /** Joins the caller's transaction. */
    Mono<Void> changed(List<UUID> productIds) {
        return database.sql(INSERT)
                .bind("ids", productIds.toArray(UUID[]::new))
                .then()
                .doFinally(_ -> bell.set(true));
    }

    @Scheduled(fixedDelay = BELL_MILLIS)
    Mono<Void> ring() {
        return Mono.defer(() -> bell.getAndSet(false) ? notifyIndexers() : Mono.empty());
    }

    private Mono<Void> notifyIndexers() {
        return database.sql(RING)
                .then()
                .timeout(BELL_TIMEOUT)
                .onErrorResume(DataAccessException.class, this::unheard);
    }

    private Mono<Void> unheard(DataAccessException error) {
        LOG.debug("the indexers were not woken and will poll: {}", error.toString());
        return Mono.empty();
    }
}
