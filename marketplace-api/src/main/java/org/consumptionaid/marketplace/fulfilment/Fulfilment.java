package org.consumptionaid.marketplace.fulfilment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.WeighedLine;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Goods on their way: what leaves the cooperative and what the buyer weighs. */
@Service
public class Fulfilment {
    private final LotStore store;
    private final Ordering ordering;
    private final Idempotency idempotency;
    private final Clock clock;

    Fulfilment(LotStore store, Ordering ordering, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.ordering = ordering;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Ships all lines of an order, each as a lot of its own. Refusals: those of {@link
     * Ordering#ship}.
     */
    public Mono<OrderView> ship(Caller caller, IdempotencyKey key, UUID orderId, String note) {
        record Input(String operation, UUID orderId, String note) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("ship", orderId, note),
                        UUID.class,
                        () ->
                                ordering.ship(caller, orderId, note)
                                        .flatMap(order -> store.insertLots(order, clock.instant()))
                                        .thenReturn(orderId))
                .flatMap(id -> ordering.order(caller, id));
    }

    /** The weight that was accepted of every line. Refusals: those of {@link Ordering#accept}. */
    public Mono<OrderView> accept(
            Caller caller, IdempotencyKey key, UUID orderId, List<WeighedLine> weighed) {
        record Input(String operation, UUID orderId, List<WeighedLine> weighed) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("accept", orderId, weighed),
                        UUID.class,
                        () -> ordering.accept(caller, orderId, weighed))
                .flatMap(id -> ordering.order(caller, id));
    }
}
