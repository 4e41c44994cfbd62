package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Ends orders that the cooperative did not answer, or the buyer of pay-first goods did not pay, in
 * time; what they held of stock and season capacity can be ordered again. Any number of instances
 * may do it at once: each order is one's own transaction.
 */
@Service
class OrderExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(OrderExpiry.class);
    private static final int MOST_IN_A_ROUND = 500;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(50);

    private final ExpiryStore store;
    private final OrderSteps steps;
    private final Rules rules;
    private final Transactions transactions;
    private final Clock clock;

    OrderExpiry(
            ExpiryStore store,
            OrderSteps steps,
            Rules rules,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${marketplace.orders.expire-every:PT1M}",
            fixedDelayString = "${marketplace.orders.expire-every:PT1M}")
    Mono<Void> endWhatIsOverdue() {
        return Mono.defer(this::endOne)
                .repeat(MOST_IN_A_ROUND - 1L)
                .takeWhile(Boolean::booleanValue)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, OrderExpiry::nextRound);
    }

    /** Whether there was one. */
    Mono<Boolean> endOne() {
        return transactions.run(
                overdue()
                        .flatMap(steps::lock)
                        .flatMap(order ->
                                steps.take(order, new OrderStep(OrderAction.EXPIRE, null, "")))
                        .hasElement());
    }

    private Mono<UUID> overdue() {
        Instant now = clock.instant();
        return Mono.zip(
                        rules.inForce("ordering.answer.days", now),
                        rules.inForce("payment.pay-first.extension.days", now))
                .flatMap(days ->
                        store.lockOverdue(
                                now.minus(Duration.ofDays(days.getT1())),
                                BusinessDay.of(now).minusDays(days.getT2())));
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("overdue orders wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
