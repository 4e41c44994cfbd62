package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.certification.SeasonCapacity;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one place where an order changes its state. A step writes the state, its event, the stock and
 * what was earned, in the caller's transaction.
 */
@Component
class OrderSteps {
    private final OrderStore store;
    private final Stock stock;
    private final SeasonCapacity capacity;
    private final OrderBooks books;
    private final List<EarningsListener> listeners;
    private final Clock clock;

    OrderSteps(
            OrderStore store,
            Stock stock,
            SeasonCapacity capacity,
            OrderBooks books,
            List<EarningsListener> listeners,
            Clock clock) {
        this.store = store;
        this.stock = stock;
        this.capacity = capacity;
        this.books = books;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /**
     * An order of the caller's organisation that nobody else can change now. Refusals: {@link
     * NotFound}.
     */
    Mono<OrderHead> lock(Caller caller, UUID id) {
        return store.lock(caller, id).switchIfEmpty(new NotFound().asError());
    }

    /** For what the platform does on what Stripe says. Refusals: {@link NotFound}. */
    Mono<OrderHead> lock(UUID id) {
        return store.lock(id).switchIfEmpty(new NotFound().asError());
    }

    /** A step that changes nothing but the state. */
    Mono<UUID> take(OrderHead order, OrderStep step) {
        return take(order, step, Outcome.unchanged(order));
    }

    /**
     * A step that leaves the order as the outcome says. Refusals: {@link
     * OrderingRefusal.WrongState}, {@link OrderingRefusal.NotPaidYet}, {@link
     * OrderingRefusal.RefundDue}.
     */
    Mono<UUID> take(OrderHead order, OrderStep step, Outcome outcome) {
        OrderFacts after = outcome.facts(order);
        Edge edge = OrderRules.step(after, step.action());
        return store.advance(order.id(), step, edge, outcome, clock.instant())
                .then(moveStock(order.id(), edge.stock()))
                .then(edge.unearns() ? unearn(order) : Mono.empty())
                .then(edge.earns() ? earn(order, new Money(after.owedFen())) : Mono.empty())
                .thenReturn(order.id());
    }

    private Mono<Void> earn(OrderHead order, Money amount) {
        return books.earned(order, amount)
                .then(store.lines(order.id()))
                .map(lines ->
                        new OrderEarned(
                                order.id(),
                                order.number(),
                                order.supplierId(),
                                order.placedAt(),
                                lines))
                .flatMap(earned ->
                        Flux.fromIterable(listeners)
                                .concatMap(listener -> listener.earned(earned))
                                .then());
    }

    /** What others booked on top of it is taken back first. */
    private Mono<Void> unearn(OrderHead order) {
        return Flux.fromIterable(listeners)
                .concatMap(listener -> listener.unearned(order.id(), order.number()))
                .then(books.unearned(order))
                .then();
    }

    private Mono<Void> moveStock(UUID id, StockMove move) {
        return switch (move) {
            case NONE -> Mono.empty();
            case RELEASE -> packages(id).flatMap(stock::release).then(capacity.giveBack(id));
            case SELL -> packages(id).flatMap(stock::sell);
        };
    }

    private Mono<List<Wanted>> packages(UUID id) {
        return store.lines(id)
                .map(lines ->
                        lines.stream()
                                .map(line -> new Wanted(line.productId(), line.quantity()))
                                .toList());
    }
}
