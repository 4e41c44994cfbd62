package org.consumptionaid.marketplace.shared;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The one way into a transaction. A use case inside another one's joins it. */
@Component
public class Transactions {
    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    private final TransactionalOperator operator;

    Transactions(TransactionalOperator operator) {
        this.operator = operator;
    }

    /** All of {@code work} or, on any error or after {@link #TRANSACTION_TIMEOUT}, none of it. */
    public <T> Mono<T> run(Mono<T> work) {
        return run(work, TRANSACTION_TIMEOUT);
    }

    /** For work that is known to be long, which no request waits for. */
    public <T> Mono<T> run(Mono<T> work, Duration timeout) {
        return operator.transactional(work).timeout(timeout);
    }
}
