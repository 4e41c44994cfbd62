package org.consumptionaid.marketplace.requisition;

import java.time.Clock;
import java.time.Duration;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Ends requisitions that nobody decided in time, so that they hold no budget. Any number of
 * instances may do it at once: each requisition is one's own transaction.
 */
@Service
class ApprovalDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalDeadlines.class);
    private static final int MOST_IN_A_ROUND = 500;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(50);

    private final RequisitionStore store;
    private final Approvals approvals;
    private final Transactions transactions;
    private final Clock clock;

    ApprovalDeadlines(
            RequisitionStore store, Approvals approvals, Transactions transactions, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> expire() {
        return Mono.defer(this::expireOne)
                .repeat(MOST_IN_A_ROUND - 1L)
                .takeWhile(Boolean::booleanValue)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, ApprovalDeadlines::nextRound);
    }

    /** Whether there was one. */
    private Mono<Boolean> expireOne() {
        return transactions.run(
                store.lockOverdue(clock.instant())
                        .flatMap(id -> approvals.expire(id).thenReturn(id))
                        .hasElement());
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("overdue requisitions wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
