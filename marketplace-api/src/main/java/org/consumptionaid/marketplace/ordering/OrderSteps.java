package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.certification.Certification;
import org.consumptionaid.marketplace.certification.SeasonCapacity;
import org.consumptionaid.marketplace.certification.SeasonTake;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
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
    private final WeightStore weights;
    private final Certification certification;
    private final Stock stock;
    private final SeasonCapacity capacity;
    private final OrderBooks books;
    private final List<EarningsListener> listeners;
    private final List<OrderListener> followers;
    private final Clock clock;

    OrderSteps(
            OrderStore store,
            WeightStore weights,
            Certification certification,
            Stock stock,
            SeasonCapacity capacity,
            OrderBooks books,
            List<EarningsListener> listeners,
            List<OrderListener> followers,
            Clock clock) {
        this.store = store;
        this.weights = weights;
        this.certification = certification;
        this.stock = stock;
        this.capacity = capacity;
        this.books = books;
        this.listeners = List.copyOf(listeners);
        this.followers = List.copyOf(followers);
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

    /**
     * An order of which every line may be sold now. Refusals: {@link NotFound}, a certificate is
     * not in force.
     */
    Mono<OrderHead> lockSellable(Caller caller, UUID id) {
        return lock(caller, id)
                .flatMap(order ->
                        store.lines(id)
                                .map(OrderSteps::categories)
                                .flatMap(categories ->
                                        certification.requireInForce(
                                                order.supplierId(), categories))
                                .thenReturn(order));
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
                .then(moveStock(order, edge.stock(), outcome.moved()))
                .then(Mono.defer(() -> edge.unearns() ? unearn(order) : Mono.empty()))
                .then(
                        Mono.defer(() ->
                                edge.earns()
                                        ? earn(order, new Money(after.owedFen()))
                                        : Mono.empty()))
                .then(tell(order, edge.to(), after))
                .thenReturn(order.id());
    }

    private Mono<Void> tell(OrderHead order, OrderState to, OrderFacts after) {
        boolean isOff = to == OrderState.CANCELLED || to == OrderState.REJECTED;
        OrderMoved moved =
                new OrderMoved(
                        order.id(),
                        order.number(),
                        order.channel(),
                        order.buyerId(),
                        order.placedAt(),
                        to,
                        isOff ? 0 : after.owedFen());
        return Flux.fromIterable(followers).concatMap(follower -> follower.moved(moved)).then();
    }

    /** Nothing is earned by an order that was credited as a whole. */
    private Mono<Void> earn(OrderHead order, Money amount) {
        return books.earned(order, amount)
                .then(weights.allAccepted(order.id(), WeightKind.PAID, null, clock.instant()))
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

    private Mono<Void> moveStock(OrderHead order, StockMove move, @Nullable List<PartLeft> parts) {
        Mono<List<Wanted>> packages =
                parts == null ? packages(order.id()) : Mono.just(packages(parts));
        return switch (move) {
            case NONE -> Mono.empty();
            case RELEASE -> packages.flatMap(stock::release).then(giveBack(order, parts));
            case SELL -> packages.flatMap(stock::sell);
            case TAKE_BACK ->
                    packages.filter(back -> !back.isEmpty())
                            .flatMap(stock::takeBack)
                            .then(giveBack(order, parts));
        };
    }

    private Mono<Void> giveBack(OrderHead order, @Nullable List<PartLeft> parts) {
        return parts == null
                ? capacity.giveBack(order.id())
                : capacity.giveBack(order.id(), takes(order, parts));
    }

    private static List<SeasonTake> takes(OrderHead order, List<PartLeft> parts) {
        return parts.stream()
                .map(part ->
                        new SeasonTake(
                                order.id(), order.supplierId(), part.category(), part.grams()))
                .toList();
    }

    private static List<Wanted> packages(List<PartLeft> parts) {
        return parts.stream().map(part -> new Wanted(part.productId(), part.packages())).toList();
    }

    private Mono<List<Wanted>> packages(UUID id) {
        return store.lines(id)
                .map(lines ->
                        lines.stream()
                                .map(line -> new Wanted(line.productId(), line.quantity()))
                                .toList());
    }

    private static Set<String> categories(List<OrderLineView> lines) {
        return lines.stream().map(OrderLineView::category).collect(Collectors.toSet());
    }
}
