package org.consumptionaid.marketplace.ordering;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The counters of order numbers, fetched {@value #BLOCK} at a time: a sequence that is asked for
 * each order costs a flush of its own. An instance that stops loses what it has left.
 */
@Component
class OrderNumbers {
    private static final int BLOCK = 100;

    private final OrderStore store;
    private final Queue<Long> ready = new ArrayDeque<>();

    OrderNumbers(OrderStore store) {
        this.store = store;
    }

    /** So many, each given once. */
    Mono<List<Long>> next(int count) {
        return Mono.defer(() -> {
            List<Long> taken = take(count);
            return taken.size() == count ? Mono.just(taken) : fetchThenNext(count);
        });
    }

    private Mono<List<Long>> fetchThenNext(int count) {
        return store.nextNumbers(Math.max(count, BLOCK)).doOnNext(this::keep).then(next(count));
    }

    private synchronized List<Long> take(int count) {
        return ready.size() < count
                ? List.of()
                : Stream.generate(ready::remove).limit(count).toList();
    }

    private synchronized void keep(List<Long> fetched) {
        ready.addAll(fetched);
    }
}
