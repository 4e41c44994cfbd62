package org.consumptionaid.marketplace.complaint;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes complaints further that nobody answered in time. Any number of instances may do it at once:
 * each complaint is one's own transaction.
 */
@Service
class ComplaintDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintDeadlines.class);
    private static final int MOST_IN_A_ROUND = 500;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(50);

    private final ComplaintStore store;
    private final ComplaintSteps steps;
    private final Transactions transactions;
    private final Clock clock;

    ComplaintDeadlines(
            ComplaintStore store, ComplaintSteps steps, Transactions transactions, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> takeFurther() {
        return Mono.defer(this::takeOneFurther)
                .repeat(MOST_IN_A_ROUND - 1L)
                .takeWhile(Boolean::booleanValue)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, ComplaintDeadlines::nextRound);
    }

    /** Whether there was one. */
    private Mono<Boolean> takeOneFurther() {
        return transactions.run(
                store.lockOverdue(clock.instant())
                        .flatMap(store::lock)
                        .flatMap(this::over)
                        .hasElement());
    }

    private Mono<?> over(ComplaintHead complaint) {
        ComplaintAction action =
                complaint.state() == ComplaintState.ASKED
                        ? ComplaintAction.ESCALATE
                        : ComplaintAction.LAPSE;
        ComplaintLife.Step taken =
                ComplaintLife.step(complaint.state(), action, complaint.kind(), Party.PLATFORM)
                        .orElseThrow();
        return steps.take(complaint, new ComplaintStep(action, null, ""), taken, List.of());
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("overdue complaints wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
