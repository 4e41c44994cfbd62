package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The goods of an order: they leave in parts, are weighed and accepted shipment by shipment, or
 * never leave. Each entry of a line's weights is added with the step that makes it. All methods
 * join the caller's transaction and refuse, beside what they name, with {@link
 * org.consumptionaid.marketplace.shared.SharedRefusal.NotFound} for an order of others and with
 * {@link OrderingRefusal.WrongState}.
 */
@Service
public class Deliveries {
    private final OrderStore store;
    private final WeightStore weights;
    private final OrderSteps steps;
    private final Rules rules;
    private final UnitRoles roles;
    private final Clock clock;

    Deliveries(
            OrderStore store,
            WeightStore weights,
            OrderSteps steps,
            Rules rules,
            UnitRoles roles,
            Clock clock) {
        this.store = store;
        this.weights = weights;
        this.steps = steps;
        this.rules = rules;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * These packages have left; all that are left if none is named. Answers what left. Refusals:
     * {@link OrderingRefusal.NotPaidYet}, {@link OrderingRefusal.MoreThanLeft}, a certificate is
     * not in force.
     */
    public Mono<List<LineWeight>> ship(
            Caller caller, UUID id, String note, List<PackedLine> packed) {
        OrderStep step = new OrderStep(OrderAction.SHIP, caller, note);
        return steps.lockSellable(caller, id)
                .flatMap(order ->
                        goods(order, step)
                                .flatMap(goods -> {
                                    List<LineWeight> left = GoodsRules.pack(goods, packed);
                                    Outcome outcome =
                                            Outcome.unchanged(order)
                                                    .withGoods(goods.plus(left).facts())
                                                    .moving(goods.parts(left));
                                    return add(order, caller, left)
                                            .then(steps.take(order, step, outcome))
                                            .thenReturn(left);
                                }));
    }

    /**
     * The buyer weighed a shipment. Once nothing more comes, the order costs what was accepted.
     * Refusals: those of {@link GoodsRules#weigh}; in a unit that keeps roles, {@link
     * OrderingRefusal.OwnOrder} and that receiving is not the caller's.
     *
     * @param shipment none: the only one under way
     */
    public Mono<UUID> accept(
            Caller caller, UUID id, @Nullable Integer shipment, List<WeighedLine> weighed) {
        OrderStep step = new OrderStep(OrderAction.ACCEPT, caller, "");
        return steps.lock(caller, id)
                .flatMap(order -> receives(caller, order).thenReturn(order))
                .flatMap(order ->
                        goods(order, step)
                                .zipWith(rule("fulfilment.weight-tolerance"))
                                .flatMap(found -> {
                                    Goods goods = found.getT1();
                                    List<LineWeight> said =
                                            GoodsRules.weigh(
                                                    goods, shipment, weighed, found.getT2());
                                    return add(order, caller, said)
                                            .then(finish(order, step, goods.plus(said), null));
                                }));
    }

    /**
     * Refused goods of a shipment are home: what can be sold again goes back into stock and into
     * the season's capacity, the rest is written off. Refusals: those of {@link
     * GoodsRules#restock}.
     */
    public Mono<UUID> restock(
            Caller caller, UUID id, int shipment, List<RestockedLine> said, String note) {
        OrderStep step = new OrderStep(OrderAction.RESTOCK, caller, note);
        return steps.lock(caller, id)
                .flatMap(order ->
                        goods(order, step)
                                .flatMap(goods -> {
                                    List<LineWeight> home =
                                            GoodsRules.restock(goods, shipment, said, note);
                                    Outcome outcome =
                                            Outcome.unchanged(order).moving(goods.parts(home));
                                    return add(order, caller, home)
                                            .then(steps.take(order, step, outcome));
                                }));
    }

    private Mono<Void> receives(Caller caller, OrderHead order) {
        Mono<Void> another =
                roles.kept(order.buyerId())
                        .filter(Boolean::booleanValue)
                        .flatMap(_ -> store.placedBy(order.purchaseId()))
                        .filter(caller.personId()::equals)
                        .flatMap(_ -> new OrderingRefusal.OwnOrder().asError());
        return roles.require(caller, order.buyerId(), UnitRole.RECEIVER).then(another);
    }

    /** The cooperative will not ship what is left. */
    public Mono<UUID> close(Caller caller, UUID id, String reason) {
        OrderStep step = new OrderStep(OrderAction.CLOSE, caller, reason);
        return steps.lock(caller, id)
                .flatMap(order ->
                        goods(order, step)
                                .flatMap(goods -> {
                                    List<LineWeight> closed = GoodsRules.close(goods, reason);
                                    return add(order, caller, closed)
                                            .then(
                                                    finish(
                                                            order,
                                                            step,
                                                            goods.plus(closed),
                                                            goods.parts(closed)));
                                }));
    }

    /** A step after which the order may have all it will get: then it is known what it costs. */
    private Mono<UUID> finish(
            OrderHead order, OrderStep step, Goods goods, @Nullable List<PartLeft> moved) {
        GoodsFacts facts = goods.facts();
        Outcome outcome = Outcome.unchanged(order).withGoods(facts).moving(moved);
        if (facts.moreToShip() || facts.underWay() || goods.nextShipment() == 1) {
            return steps.take(order, step, outcome);
        }
        List<AcceptedLine> lines = OrderRules.accept(goods.lines(), goods.accepted());
        long fen = lines.stream().mapToLong(AcceptedLine::fen).sum();
        return store.acceptLines(order.id(), lines)
                .then(dueDay())
                .flatMap(due -> steps.take(order, step, outcome.withAccepted(fen).withDueOn(due)));
    }

    private Mono<Goods> goods(OrderHead order, OrderStep step) {
        OrderRules.requireKnown(order.state(), step.action());
        return Mono.zip(store.lines(order.id()), weights.ofOrder(order.id()), Goods::new);
    }

    private Mono<Void> add(OrderHead order, Caller by, List<LineWeight> entries) {
        return weights.insert(order.id(), entries, by.organisationId(), clock.instant());
    }

    private Mono<LocalDate> dueDay() {
        return rule("payment.goods-first.days")
                .map(days -> BusinessDay.today(clock).plusDays(days));
    }

    private Mono<Long> rule(String code) {
        return rules.inForce(code, clock.instant());
    }
}
