package org.consumptionaid.marketplace.catalog;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears which products other instances changed. On a connection of its own: one from the pool would
 * carry the subscription to its next user.
 */
@Component
class OtherInstances {
    private static final Logger LOG = LoggerFactory.getLogger(OtherInstances.class);
    private static final String LISTEN =
            "SET application_name = 'catalog bell'; LISTEN " + Outbox.CHANNEL;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration ALIVE_EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final PostgresqlConnectionFactory database;
    private final ProductPages pages;

    OtherInstances(ConnectionFactory database, ProductPages pages) {
        this.database = unpooled(database);
        this.pages = pages;
    }

    /** Begins once and never ends: a connection that is lost is made anew after a second. */
    @Scheduled(initialDelay = 0)
    Mono<Void> listen() {
        return Mono.usingWhen(database.create(), this::hear, PostgresqlConnection::close)
                .doFinally(_ -> pages.hearing(false))
                .onErrorResume(OtherInstances::unheard)
                .then(Mono.delay(AGAIN_AFTER))
                .repeat()
                .then();
    }

    private Mono<Void> hear(PostgresqlConnection connection) {
        return connection
                .createStatement(LISTEN)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.fromRunnable(() -> pages.hearing(true)))
                .timeout(TIMEOUT)
                .thenMany(Flux.merge(notifications(connection), alive(connection)))
                .then();
    }

    private Flux<Void> notifications(PostgresqlConnection connection) {
        return connection
                .getNotifications()
                .doOnNext(notification -> changed(notification.getParameter()))
                .thenMany(Flux.error(new TimeoutException("the connection has ended")));
    }

    private void changed(@Nullable String products) {
        if (products == null || products.isEmpty()) {
            pages.forgetAll();
        } else {
            pages.forget(
                    Arrays.stream(products.split(Outbox.BETWEEN, -1))
                            .map(UUID::fromString)
                            .toList());
        }
    }

    private static Flux<Void> alive(PostgresqlConnection connection) {
        return Flux.interval(ALIVE_EVERY)
                .concatMap(_ ->
                        connection
                                .validate(ValidationDepth.REMOTE)
                                .filter(valid -> valid)
                                .switchIfEmpty(Mono.error(new TimeoutException("no answer")))
                                .timeout(TIMEOUT))
                .thenMany(Flux.empty());
    }

    private static Mono<Void> unheard(Throwable error) {
        LOG.warn(
                "product pages are not kept until the database is heard again: {}",
                error.toString());
        return Mono.empty();
    }

    private static PostgresqlConnectionFactory unpooled(ConnectionFactory factory) {
        Object inner = factory;
        while (inner instanceof Wrapped<?> wrapped) {
            inner = wrapped.unwrap();
        }
        return (PostgresqlConnectionFactory) inner;
    }
}
