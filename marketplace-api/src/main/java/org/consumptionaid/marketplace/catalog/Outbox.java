package org.consumptionaid.marketplace.catalog;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Tells the indexers which products changed. The rows are written in the transaction of the change;
 * the bell that wakes the indexers is rung outside of it and at most every {@value #BELL_MILLIS}
 * ms, because {@code NOTIFY} inside a transaction takes a lock on the whole database at commit and
 * would line all orders up behind each other. It names the products, for the instances that keep
 * their pages; a bell that is lost costs an indexer's poll (0.5 s).
 */
@Component
class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    static final String CHANNEL = "catalog_change";

    /** Stands between the products that a bell names; a bell without any is for all. */
    static final String BETWEEN = ",";

    private static final long BELL_MILLIS = 100;
    private static final Duration BELL_TIMEOUT = Duration.ofSeconds(2);
    private static final String INSERT =
            "INSERT INTO catalog_change (aggregateid) SELECT unnest(:ids)";
    private static final String RING =
            "SELECT pg_notify('" + CHANNEL + "', products) FROM unnest(:bells) products";

    /** A bell carries less than 8,000 bytes, of which a product takes 37. */
    private static final int PRODUCTS_PER_BELL = 200;

    /** More than that at once are told as all. */
    private static final int PRODUCTS_NAMED = 10_000;

    private final DatabaseClient database;
    private final ProductPages pages;
    private final Set<UUID> changed = new HashSet<>();
    private boolean all;

    Outbox(DatabaseClient database, ProductPages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** Joins the caller's transaction; needs one. */
    Mono<Void> changed(List<UUID> productIds) {
        return database.sql(INSERT)
                .bind("ids", productIds.toArray(UUID[]::new))
                .then()
                .then(TransactionSynchronizationManager.forCurrentTransaction())
                .doOnNext(transaction -> transaction.registerSynchronization(told(productIds)))
                .then();
    }

    /** After a commit, after a rollback, and where nobody knows. */
    private TransactionSynchronization told(List<UUID> productIds) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCompletion(int status) {
                return Mono.fromRunnable(() -> tell(productIds));
            }
        };
    }

    /** Rings soon and forgets what is kept of the products; their rows are written. */
    void tell(List<UUID> productIds) {
        pages.forget(productIds);
        synchronized (changed) {
            changed.addAll(productIds);
            if (changed.size() > PRODUCTS_NAMED) {
                changed.clear();
                all = true;
            }
        }
    }

    @Scheduled(fixedDelay = BELL_MILLIS)
    Mono<Void> ring() {
        return Mono.fromSupplier(this::bells).filter(bells -> bells.length > 0).flatMap(this::ring);
    }

    private Mono<Void> ring(String[] bells) {
        return database.sql(RING)
                .bind("bells", bells)
                .then()
                .timeout(BELL_TIMEOUT)
                .doOnError(_ -> missed())
                .onErrorResume(Outbox::isOutage, Outbox::unheard);
    }

    private String[] bells() {
        synchronized (changed) {
            if (all) {
                all = false;
                changed.clear();
                return new String[] {""};
            }
            List<String> names = changed.stream().map(UUID::toString).toList();
            changed.clear();
            return IntStream.iterate(
                            0, from -> from < names.size(), from -> from + PRODUCTS_PER_BELL)
                    .mapToObj(from ->
                            names.subList(from, Math.min(names.size(), from + PRODUCTS_PER_BELL)))
                    .map(some -> String.join(BETWEEN, some))
                    .toArray(String[]::new);
        }
    }

    /** The next bell is for all: which products this one named is forgotten. */
    private void missed() {
        synchronized (changed) {
            all = true;
        }
    }

    private static boolean isOutage(Throwable error) {
        return error instanceof DataAccessException || error instanceof TimeoutException;
    }

    private static Mono<Void> unheard(Throwable error) {
        LOG.debug("the indexers were not woken and will poll: {}", error.toString());
        return Mono.empty();
    }
}
