package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.certification.SeasonCapacity;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.UnitRole;
import org.consumptionaid.marketplace.identity.UnitRoles;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Placing orders and taking them through their life. Every step writes the state, its event, its
 * ledger entries, the stock and the outbox in one transaction. All steps refuse with {@link
 * NotFound} for an order of others and with {@link OrderingRefusal.WrongState} where the order's
 * life has no such step.
 */
@Service
public class Ordering {
    private final OrderStore store;
    private final OrderSteps steps;
    private final OrderBooks books;
    private final OrderNumbers numbers;
    private final PlacingStore placing;
    private final GroupCommit together;
    private final Stock stock;
    private final WeightStore weights;
    private final SeasonCapacity capacity;
    private final Rules rules;
    private final UnitControl control;
    private final UnitRoles roles;
    private final Idempotency idempotency;
    private final Clock clock;

    Ordering(
            OrderStore store,
            OrderSteps steps,
            OrderBooks books,
            OrderNumbers numbers,
            PlacingStore placing,
            GroupCommit together,
            Stock stock,
            WeightStore weights,
            SeasonCapacity capacity,
            Rules rules,
            UnitControl control,
            UnitRoles roles,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.books = books;
        this.numbers = numbers;
        this.placing = placing;
        this.together = together;
        this.stock = stock;
        this.weights = weights;
        this.capacity = capacity;
        this.rules = rules;
        this.control = control;
        this.roles = roles;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Orders produce, one order per cooperative, and takes it out of the caller's cart. Refusals:
     * {@link OrderingRefusal.ProductTwice}, those of {@link UnitControl}, of {@link Stock#reserve}
     * and of {@link SeasonCapacity#draw}.
     */
    public Mono<PurchaseView> place(Caller caller, IdempotencyKey key, PlaceOrders command) {
        if (command.namesAProductTwice()) {
            return new OrderingRefusal.ProductTwice().asError();
        }
        return together.place(caller, key, idempotency.hash(command), command)
                .switchIfEmpty(Mono.defer(() -> placeAlone(caller, key, command)));
    }

    /**
     * Orders what was approved; joins the caller's transaction. The orders carry the requisition's
     * number. Refusals: those of {@link Stock#reserve} and of {@link SeasonCapacity#draw}.
     */
    public Mono<PurchaseView> placeApproved(
            Caller caller, String requisition, PlaceOrders command) {
        return reserveAndWrite(caller, command)
                .flatMap(purchase ->
                        store.approved(purchase.purchaseId(), requisition, command.budgetLineId())
                                .thenReturn(purchase));
    }

    /**
     * An order of the caller's organisation; any for operator and auditor. Refusals: {@link
     * NotFound}.
     */
    public Mono<OrderView> order(Caller caller, UUID id) {
        return store.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(head -> view(caller, head));
    }

    /** The caller's orders, newest first; in one state if it is given. */
    public Mono<Page<OrderSummary>> orders(Caller caller, @Nullable OrderState state, UUID before) {
        return store.list(caller, state, before).map(rows -> Page.of(rows, OrderSummary::id));
    }

    /**
     * Other quantities of the same products: another order, at today's prices, takes the place of
     * this one, which is cancelled. Refusals: those of placing, {@link
     * OrderingRefusal.PaidAlready}, {@link OrderingRefusal.NotTheSameProducts}.
     *
     * @param lines products that are left out are no longer wanted
     */
    public Mono<OrderView> change(
            Caller caller, IdempotencyKey key, UUID id, List<PlaceOrders.Line> lines) {
        record Input(OrderAction action, UUID id, List<PlaceOrders.Line> lines) {}
        OrderStep step = new OrderStep(OrderAction.CHANGE, caller, "");
        Mono<UUID> work =
                steps.lock(caller, id)
                        .flatMap(order -> steps.take(order, step).thenReturn(order))
                        .zipWith(store.lines(id))
                        .flatMap(old ->
                                placeUnapproved(
                                        caller,
                                        OrderRules.changed(old.getT1(), old.getT2(), lines)))
                        .flatMap(purchase ->
                                store.replaces(purchase.purchaseId(), id)
                                        .thenReturn(purchase.orders().getFirst().id()));
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input(OrderAction.CHANGE, id, lines),
                        UUID.class,
                        () -> work)
                .flatMap(done -> order(caller, done));
    }

    /** The cooperative takes the order on. Refusals: a certificate is not in force. */
    public Mono<OrderView> confirm(Caller caller, IdempotencyKey key, UUID id) {
        OrderStep step = new OrderStep(OrderAction.CONFIRM, caller, "");
        Mono<UUID> work =
                dueDay("payment.pay-first.days")
                        .flatMap(due ->
                                steps.lockSellable(caller, id)
                                        .flatMap(order ->
                                                steps.take(
                                                        order,
                                                        step,
                                                        Outcome.confirmed(order, due))));
        return once(caller, key, id, step, work);
    }

    /** The cooperative does not take the order on. */
    public Mono<OrderView> refuse(Caller caller, IdempotencyKey key, UUID id, String reason) {
        OrderStep step = new OrderStep(OrderAction.REFUSE, caller, reason);
        return once(caller, key, id, step, take(caller, id, step));
    }

    /** The buyer takes the order back before it is shipped. */
    public Mono<OrderView> cancel(Caller caller, IdempotencyKey key, UUID id, String reason) {
        OrderStep step = new OrderStep(OrderAction.CANCEL, caller, reason);
        Mono<UUID> cancel =
                steps.lock(caller, id)
                        .flatMap(order -> roles.require(caller, order.buyerId(), UnitRole.BUYER))
                        .then(Mono.defer(() -> take(caller, id, step)));
        return once(caller, key, id, step, cancel);
    }

    /**
     * The cooperative is paid what the order earned; joins the caller's transaction. Refusals:
     * {@link OrderingRefusal.RefundDue}.
     */
    public Mono<PaidOut> settle(Caller caller, UUID id) {
        OrderStep step = new OrderStep(OrderAction.SETTLE, caller, "");
        return steps.lock(caller, id)
                .flatMap(order -> {
                    Money amount = new Money(order.facts().owedFen());
                    return steps.take(order, step)
                            .then(books.paidOut(order, amount))
                            .map(entry -> new PaidOut(entry, amount));
                });
    }

    /**
     * The bank sent the cooperative's money back: the order is owed for again; joins the caller's
     * transaction.
     *
     * @param entryId what the ledger wrote when it was paid out
     */
    public Mono<Void> takePayoutBack(Caller caller, UUID id, UUID entryId, String reason) {
        OrderStep step = new OrderStep(OrderAction.BOUNCE, caller, reason);
        return steps.lock(caller, id)
                .flatMap(order -> books.reversed(order, entryId).then(steps.take(order, step)))
                .then();
    }

    /**
     * What is left to pay on an order a payment may be made for now; joins the caller's
     * transaction. Refusals: the unit keeps roles, and finance is not the caller's.
     */
    public Mono<Money> lockForPayment(Caller caller, UUID id) {
        return steps.lock(caller, id)
                .flatMap(order ->
                        roles.require(caller, order.buyerId(), UnitRole.FINANCE).thenReturn(order))
                .map(OrderHead::facts)
                .map(OrderRules::payable);
    }

    /**
     * The operator recorded money for an order; joins the caller's transaction. Answers the
     * ledger's entry. Refusals: {@link OrderingRefusal.TooMuchMoney}.
     */
    public Mono<UUID> credit(Caller by, UUID id, Money amount, CashAccount cash, String note) {
        OrderStep step = new OrderStep(OrderAction.PAY, by, note);
        return steps.lock(id)
                .flatMap(order ->
                        book(order, step, amount, cash, OrderRules.pay(order.facts(), amount)));
    }

    /**
     * Money for an order was taken and is here, whatever has become of the order since; joins the
     * caller's transaction. What is too much is then to be refunded.
     */
    public Mono<Void> receive(UUID id, Money amount, CashAccount cash, String note) {
        OrderStep step = new OrderStep(OrderAction.PAY, null, note);
        return steps.lock(id)
                .flatMap(order ->
                        book(order, step, amount, cash, OrderRules.receive(order.facts(), amount)))
                .then();
    }

    /**
     * A bank says that this money for an order is here, whatever has become of the order since;
     * joins the caller's transaction. Answers the ledger's entry. Refusals: {@link
     * OrderingRefusal.WrongState}, {@link NotFound}.
     *
     * @param by who decided that it is for this order; none if it was plain
     */
    public Mono<UUID> remitted(@Nullable Caller by, UUID id, Money amount, String note) {
        OrderStep step = new OrderStep(OrderAction.PAY, by, note);
        return steps.lock(id)
                .flatMap(order ->
                        book(
                                order,
                                step,
                                amount,
                                CashAccount.BANK,
                                OrderRules.receive(order.facts(), amount)));
    }

    /**
     * Money was booked for an order by mistake; joins the caller's transaction. Refusals: {@link
     * OrderingRefusal.WrongState} once the cooperative is paid out, {@link
     * OrderingRefusal.TooMuchMoney} if some of it was refunded, {@link NotFound}.
     *
     * @param entryId what the ledger wrote when it came
     */
    public Mono<Void> takeBack(Caller by, UUID id, Money amount, UUID entryId, String reason) {
        OrderStep step = new OrderStep(OrderAction.REVERSE, by, reason);
        return steps.lock(by, id)
                .flatMap(order -> {
                    OrderFacts left = OrderRules.reverse(order.facts(), amount);
                    return books.reversed(order, entryId)
                            .then(
                                    steps.take(
                                            order,
                                            step,
                                            Outcome.unchanged(order).withPaid(left.paidFen())));
                })
                .then();
    }

    /**
     * So much of an order is to be refunded that nobody else can change now; joins the caller's
     * transaction. Refusals: {@link OrderingRefusal.TooMuchMoney}.
     */
    public Mono<Void> lockForRefund(Caller caller, UUID id, Money amount) {
        return steps.lock(caller, id)
                .doOnNext(order -> {
                    OrderRules.requireKnown(order.state(), OrderAction.REFUND);
                    OrderRules.refund(order.facts(), amount);
                })
                .then();
    }

    /**
     * Overpaid money went back, or is asked to; joins the caller's transaction. Answers the
     * ledger's entry. Refusals: {@link OrderingRefusal.TooMuchMoney}.
     */
    public Mono<UUID> refund(Caller caller, UUID id, Money amount, CashAccount cash, String note) {
        OrderStep step = new OrderStep(OrderAction.REFUND, caller, note);
        return steps.lock(caller, id)
                .flatMap(order -> {
                    OrderRules.requireKnown(order.state(), step.action());
                    OrderFacts left = OrderRules.refund(order.facts(), amount);
                    return books.refunded(order, amount, cash)
                            .flatMap(entry ->
                                    steps.take(
                                                    order,
                                                    step,
                                                    Outcome.unchanged(order)
                                                            .withPaid(left.paidFen()))
                                            .thenReturn(entry));
                });
    }

    /**
     * A refund did not go through: the money is still here and still to be refunded; joins the
     * caller's transaction.
     *
     * @param entryId what the ledger wrote when it was asked for
     */
    public Mono<Void> keep(UUID id, Money amount, UUID entryId, String reason) {
        OrderStep step = new OrderStep(OrderAction.KEEP, null, reason);
        return steps.lock(id)
                .flatMap(order -> {
                    OrderFacts kept = OrderRules.receive(order.facts(), amount);
                    return books.reversed(order, entryId)
                            .then(
                                    steps.take(
                                            order,
                                            step,
                                            Outcome.unchanged(order).withPaid(kept.paidFen())));
                })
                .then();
    }

    private Mono<UUID> book(
            OrderHead order, OrderStep step, Money amount, CashAccount cash, OrderFacts paid) {
        return books.received(order, amount, cash)
                .flatMap(entry ->
                        steps.take(order, step, Outcome.unchanged(order).withPaid(paid.paidFen()))
                                .thenReturn(entry));
    }

    private Mono<PurchaseView> placeAlone(Caller caller, IdempotencyKey key, PlaceOrders command) {
        return idempotency.once(
                caller.personId(),
                key,
                command,
                PurchaseView.class,
                () -> placeUnapproved(caller, command));
    }

    private Mono<PurchaseView> placeUnapproved(Caller caller, PlaceOrders command) {
        return control.admit(caller)
                .then(Mono.defer(() -> reserveAndWrite(caller, command)))
                .flatMap(purchase ->
                        control.placed(caller, purchase.purchaseId(), command.budgetLineId())
                                .thenReturn(purchase));
    }

    private Mono<PurchaseView> reserveAndWrite(Caller caller, PlaceOrders command) {
        return stock.reserve(command.wanted(), BuyerKind.of(caller.role()))
                .flatMap(offers ->
                        numbers.next(suppliers(offers))
                                .map(numbers ->
                                        NewPurchase.of(
                                                caller,
                                                command,
                                                offers,
                                                numbers,
                                                () -> Ids.next(clock),
                                                clock.instant())))
                .flatMap(this::write);
    }

    private Mono<PurchaseView> write(NewPurchase purchase) {
        return capacity.draw(purchase.takes())
                .then(placing.insert(purchase))
                .thenReturn(purchase.view());
    }

    private Mono<UUID> take(Caller caller, UUID id, OrderStep step) {
        return steps.lock(caller, id).flatMap(order -> steps.take(order, step));
    }

    private Mono<OrderView> once(
            Caller caller, IdempotencyKey key, UUID id, OrderStep step, Mono<UUID> work) {
        record Input(OrderAction action, UUID id, String note) {}
        Input input = new Input(step.action(), id, step.note());
        return idempotency
                .once(caller.personId(), key, input, UUID.class, () -> work)
                .flatMap(done -> order(caller, done));
    }

    private Mono<OrderView> view(Caller caller, OrderHead head) {
        return Mono.zip(
                        Mono.zip(store.lines(head.id()), weights.ofOrder(head.id()), Goods::new),
                        store.events(head.id()),
                        rules.inForce("settlement.return-window.days", clock.instant()))
                .map(found -> {
                    Instant since = clock.instant().minus(Duration.ofDays(found.getT3()));
                    return view(caller, head, found.getT1(), found.getT2(), since);
                });
    }

    private static OrderView view(
            Caller caller,
            OrderHead head,
            Goods goods,
            List<OrderEventView> events,
            Instant returnableSince) {
        List<OfferedAction> offered =
                OrderRules.offered(caller, head, goods.facts(returnableSince));
        return head.view(goods.lines(), history(head, goods), goods.comingHome(), events, offered);
    }

    /** Line by line, from what was ordered on. */
    private static List<LineWeight> history(OrderHead head, Goods goods) {
        return goods.lines().stream()
                .flatMap(line ->
                        Stream.concat(
                                Stream.of(head.ordered(line)),
                                goods.weights().stream().filter(one -> one.line() == line.line())))
                .toList();
    }

    private Mono<LocalDate> dueDay(String rule) {
        return rules.inForce(rule, clock.instant())
                .map(days -> BusinessDay.today(clock).plusDays(days));
    }

    private static int suppliers(List<Offer> offers) {
        return (int) offers.stream().map(Offer::organisationId).distinct().count();
    }
}
