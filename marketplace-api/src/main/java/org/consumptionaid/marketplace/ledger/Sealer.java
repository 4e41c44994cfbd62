package org.consumptionaid.marketplace.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Seals what has been committed since the last seal, every second. One instance at a time does it
 * (an advisory lock of its transaction); whoever books entries waits for nobody. The waiting
 * entries are a table that an entry enters with its own transaction, so one whose commit lands late
 * is sealed late and never skipped, in whatever order ids and commits come.
 */
@Service
class Sealer {
    static final int MOST_ENTRIES_IN_A_SEAL = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int MOST_SEALS_IN_A_ROUND = 20;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(60);

    private final SealStore store;
    private final Transactions transactions;
    private final Clock clock;

    Sealer(SealStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    Mono<Void> sealWhatWaits() {
        return Mono.defer(this::seal)
                .repeat(MOST_SEALS_IN_A_ROUND - 1L)
                .takeWhile(sealed -> sealed == MOST_ENTRIES_IN_A_SEAL)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, Sealer::nextRound);
    }

    /** How many entries got a seal now: none if none waits or another instance is at it. */
    Mono<Integer> seal() {
        return transactions.run(
                store.becomeTheSealer()
                        .filter(Boolean::booleanValue)
                        .flatMap(_ -> store.waiting(MOST_ENTRIES_IN_A_SEAL))
                        .filter(entries -> !entries.isEmpty())
                        .flatMap(entries ->
                                store.last()
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty())
                                        .flatMap(last -> seal(last.orElse(null), entries)))
                        .defaultIfEmpty(0));
    }

    private Mono<Integer> seal(@Nullable SealView last, List<Canonical.Entry> entries) {
        List<String> leaves = entries.stream().map(Canonical.Entry::leaf).toList();
        SealView seal = SealView.next(last, leaves, SealStore.kept(clock.instant()));
        return store.insert(seal, entries, leaves).thenReturn(entries.size());
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("entries wait for the next seal: {}", error.toString());
        return Mono.empty();
    }
}
