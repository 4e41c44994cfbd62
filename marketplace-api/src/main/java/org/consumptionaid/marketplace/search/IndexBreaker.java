package org.consumptionaid.marketplace.search;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stops asking an index that does not answer, so that nobody waits for it. Whether it is back is
 * found out by a probe and never by a buyer's search: those go to the index only while it is well.
 */
@Component
class IndexBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(IndexBreaker.class);
    private static final int CALLS_WATCHED = 10;
    private static final int FEWEST_CALLS = 3;

    /** Three of the last ten: who asks one after the other waits three times at most. */
    private static final float OPENS_AT_PERCENT = 30;

    private static final long PROBE_MILLIS = 500;

    private final CatalogIndex index;
    private final Clock clock;
    private final CircuitBreaker breaker =
            CircuitBreaker.of(
                    "index",
                    CircuitBreakerConfig.custom()
                            .slidingWindow(
                                    CALLS_WATCHED, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
                            .failureRateThreshold(OPENS_AT_PERCENT)
                            .waitDurationInOpenState(Duration.ofMillis(PROBE_MILLIS))
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .recordException(CatalogIndex::isOutage)
                            .build());

    IndexBreaker(CatalogIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
        breaker.getEventPublisher()
                .onStateTransition(
                        event -> LOG.warn("search index: {}", event.getStateTransition()));
    }

    /** Whether an error means that the index cannot be asked. */
    static boolean isOutage(Throwable error) {
        return error instanceof CallNotPermittedException || CatalogIndex.isOutage(error);
    }

    /** The call, or {@link CallNotPermittedException} at once while the index is not well. */
    <T> Mono<T> guard(Mono<T> call) {
        return Mono.defer(() ->
                breaker.getState() == State.CLOSED
                        ? call.transformDeferred(CircuitBreakerOperator.of(breaker))
                        : Mono.error(
                                CallNotPermittedException.createCallNotPermittedException(
                                        breaker)));
    }

    @Scheduled(fixedDelay = PROBE_MILLIS)
    Mono<Void> probe() {
        return Mono.defer(() ->
                breaker.getState() == State.CLOSED
                        ? Mono.empty()
                        : browse().transformDeferred(CircuitBreakerOperator.of(breaker))
                                .then()
                                .onErrorResume(IndexBreaker::isOutage, _ -> Mono.empty()));
    }

    private Mono<Found> browse() {
        Instant now = clock.instant();
        return index.search(ProductQuery.EVERYTHING, now, BusinessDay.of(now).getMonthValue());
    }
}
