package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What a complaint does to its order. While one is open the cooperative is not paid out; what comes
 * of it lowers what was accepted, and so what the order costs and has earned, down to the
 * household. All methods join the caller's transaction and refuse, beside what they name, with
 * {@link org.consumptionaid.marketplace.shared.SharedRefusal.NotFound} for an order of others and
 * with {@link OrderingRefusal.WrongState}.
 */
@Service
public class Corrections {
    private final OrderStore store;
    private final WeightStore weights;
    private final OrderSteps steps;
    private final Rules rules;
    private final Clock clock;

    Corrections(OrderStore store, WeightStore weights, OrderSteps steps, Rules rules, Clock clock) {
        this.store = store;
        this.weights = weights;
        this.steps = steps;
        this.rules = rules;
        this.clock = clock;
    }

    /** An order as a complaint sees it. */
    public record Corrected(UUID id, @Nullable String invoiceNumber, List<OrderLineView> lines) {}

    /**
     * The buyer complains; answers what was accepted. Refusals: {@link
     * OrderingRefusal.ReturnWindowOver}.
     */
    public Mono<Corrected> complain(Caller caller, UUID id, String note) {
        OrderStep step = new OrderStep(OrderAction.COMPLAIN, caller, note);
        return steps.lock(caller, id)
                .flatMap(order ->
                        Mono.zip(
                                        goods(id),
                                        rules.inForce(
                                                "settlement.return-window.days", clock.instant()))
                                .flatMap(found -> {
                                    Goods goods = found.getT1();
                                    GoodsFacts facts =
                                            goods.facts(
                                                    clock.instant()
                                                            .minus(Duration.ofDays(found.getT2())));
                                    return steps.take(
                                                    order,
                                                    step,
                                                    Outcome.unchanged(order)
                                                            .withGoods(facts)
                                                            .withComplaint(true))
                                            .thenReturn(corrected(order, goods.lines()));
                                }));
    }

    /** Nothing came of the complaint. */
    public Mono<Void> drop(@Nullable Caller by, UUID id, String note) {
        OrderStep step = new OrderStep(OrderAction.DROP, by, note);
        return steps.lock(id)
                .flatMap(order ->
                        steps.take(order, step, Outcome.unchanged(order).withComplaint(false)))
                .then();
    }

    /**
     * The order costs less. What was paid beyond that is then to be refunded. Refusals: {@link
     * OrderingRefusal.MoreThanAccepted}.
     */
    public Mono<Corrected> credit(
            @Nullable Caller by, UUID id, String note, List<CreditedLine> credited) {
        OrderStep step = new OrderStep(OrderAction.CREDIT, by, note);
        return steps.lock(id)
                .flatMap(order ->
                        goods(id)
                                .flatMap(goods ->
                                        credit(order, goods, step, credited)
                                                .thenReturn(corrected(order, goods.lines()))));
    }

    private Mono<Void> credit(
            OrderHead order, Goods goods, OrderStep step, List<CreditedLine> credited) {
        List<AcceptedLine> left = OrderRules.credit(goods.lines(), credited);
        List<LineWeight> returned = GoodsRules.returned(goods, credited, step.note());
        Outcome outcome =
                Outcome.unchanged(order)
                        .withAccepted(left.stream().mapToLong(AcceptedLine::fen).sum())
                        .withComplaint(false)
                        .moving(goods.parts(returned));
        return store.acceptLines(order.id(), left)
                .then(weights.insert(order.id(), returned, step.organisationId(), clock.instant()))
                .then(steps.take(order, step, outcome))
                .then();
    }

    private Mono<Goods> goods(UUID id) {
        return Mono.zip(store.lines(id), weights.ofOrder(id), Goods::new);
    }

    private static Corrected corrected(OrderHead order, List<OrderLineView> lines) {
        return new Corrected(order.id(), order.invoiceNumber(), lines);
    }
}
