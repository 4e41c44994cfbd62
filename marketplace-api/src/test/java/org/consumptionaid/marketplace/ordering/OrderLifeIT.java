package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.shared.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The table holds in the database and over HTTP: every state, every action, every side. */
@MarketplaceTest
class OrderLifeIT {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Map<Side, String> PEOPLE =
            Map.of(
                    Side.BUYER, "buyer",
                    Side.SUPPLIER, "cooperative",
                    Side.OPERATOR, "operator");

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private OrderSteps steps;
    @Autowired private OrderStore store;
    @Autowired private Transactions transactions;

    /** A step's way over HTTP; the operator writes down what a buyer has paid by bank. */
    private record Way(OrderAction action, String path, Side side, Map<String, Object> body) {}

    @Test
    void refusesEveryActionOfEverySideThatTheTableDoesNotAllowAndChangesNothing() {
        Map<OrderState, String> orders = orders(Terms.GOODS_FIRST);
        List<String> wrong = new ArrayList<>();
        orders.forEach((state, order) -> {
            for (Way way : ways()) {
                for (Side side : PEOPLE.keySet()) {
                    if (side != way.side() || !OrderLife.exists(state, way.action())) {
                        Answer answer =
                                api.post(
                                        person(side),
                                        "/orders/" + order + "/" + way.path(),
                                        way.body());
                        boolean byItsSide = side == way.side();
                        if (byItsSide ? !isWrongState(answer) : answer.status() != 403) {
                            wrong.add(state + " " + way.action() + " " + side + ": " + answer);
                        }
                    }
                }
            }
        });

        assertThat(wrong).isEmpty();
        orders.forEach((state, order) -> assertThat(market.state(order)).isEqualTo(state.name()));
    }

    @Test
    void takesEveryStepOfTheTableInTheDatabaseAndNoOther() {
        for (Terms terms : Terms.values()) {
            orders(terms)
                    .forEach((state, order) -> {
                        for (OrderAction action : OrderAction.values()) {
                            takesWhatTheTableSays(UUID.fromString(order), action);
                        }
                        assertThat(market.state(order)).isEqualTo(state.name());
                    });
        }
    }

    /** The step is tried and undone. */
    private void takesWhatTheTableSays(UUID id, OrderAction action) {
        OrderHead before = locked(id);
        Optional<OrderState> expected = OrderLife.step(before.facts(), action).map(Edge::to);
        Mono<Optional<OrderState>> trial =
                steps.lock(id)
                        .flatMap(order -> steps.take(order, new OrderStep(action, null, "")))
                        .then(store.lock(id))
                        .map(after -> Optional.of(after.state()))
                        .onErrorResume(RefusedException.class, _ -> Mono.just(Optional.empty()))
                        .flatMap(taken -> Mono.error(new Undone(taken)));

        Optional<OrderState> taken =
                transactions
                        .run(trial)
                        .onErrorResume(Undone.class, undone -> Mono.just(undone.taken))
                        .block(WAIT);

        assertThat(taken).as(before.state() + " " + action).isEqualTo(expected);
        assertThat(locked(id)).isEqualTo(before);
    }

    private OrderHead locked(UUID id) {
        return Objects.requireNonNull(transactions.run(store.lock(id)).block(WAIT));
    }

    /** One order in each state that orders of these terms reach. */
    private Map<OrderState, String> orders(Terms terms) {
        Map<OrderState, String> orders = new LinkedHashMap<>();
        String product = market.list("cooperative", 100);
        for (OrderState state : OrderState.values()) {
            if (state != OrderState.DRAFT && isReached(state, terms)) {
                orders.put(state, order(product, terms, state));
            }
        }
        return orders;
    }

    /** Pay-first goods are paid when they are accepted. */
    private static boolean isReached(OrderState state, Terms terms) {
        return terms == Terms.GOODS_FIRST
                || (state != OrderState.ACCEPTED && state != OrderState.INVOICED);
    }

    private String order(String product, Terms terms, OrderState state) {
        Map<String, Object> command =
                Map.of("lines", List.of(Market.line(product, 2)), "terms", terms.name());
        String order = market.orders("buyer", command).getFirst();
        boolean payFirst = terms == Terms.PAY_FIRST;
        switch (state) {
            case CANCELLED -> market.step("buyer", order, "cancellation", Map.of("reason", "不要"));
            case REJECTED -> market.step("cooperative", order, "refusal", Map.of("reason", "没货"));
            case DRAFT, PLACED -> {}
            case CONFIRMED, PARTLY_SHIPPED, SHIPPED, ACCEPTED, INVOICED, PAID, SETTLED -> {
                market.step("cooperative", order, "confirmation", Map.of());
                if (state != OrderState.CONFIRMED) {
                    deliver(order, payFirst, state);
                }
            }
        }
        assertThat(market.state(order)).isEqualTo(state.name());
        return order;
    }

    private void deliver(String order, boolean payFirst, OrderState state) {
        if (payFirst) {
            market.remit(order);
        }
        if (state == OrderState.PARTLY_SHIPPED) {
            Map<String, Object> one = Map.of("line", 1, "quantity", 1);
            market.step("cooperative", order, "shipment", Map.of("lines", List.of(one)));
            return;
        }
        market.step("cooperative", order, "shipment", Map.of());
        if (state == OrderState.SHIPPED) {
            return;
        }
        market.accept("buyer", order, 20_000);
        if (state == OrderState.INVOICED) {
            market.invoice(order);
        }
        if (!payFirst && (state == OrderState.PAID || state == OrderState.SETTLED)) {
            market.remit(order);
        }
        if (state == OrderState.SETTLED) {
            market.settle(order);
        }
    }

    private static List<Way> ways() {
        Map<String, Object> reason = Map.of("reason", "试验");
        Map<String, Object> weighed =
                Map.of("lines", List.of(Map.of("line", 1, "acceptedGrams", 20_000)));
        Map<String, Object> other =
                Map.of("lines", List.of(Market.line(UUID.randomUUID().toString(), 1)));
        Map<String, Object> complaint =
                Map.of(
                        "kind",
                        "RETURN",
                        "reason",
                        "有烂的",
                        "lines",
                        List.of(Map.of("line", 1, "grams", 1)));
        return List.of(
                new Way(OrderAction.CONFIRM, "confirmation", Side.SUPPLIER, Map.of()),
                new Way(OrderAction.REFUSE, "refusal", Side.SUPPLIER, reason),
                new Way(OrderAction.CANCEL, "cancellation", Side.BUYER, reason),
                new Way(OrderAction.CHANGE, "change", Side.BUYER, other),
                new Way(OrderAction.COMPLAIN, "complaints", Side.BUYER, complaint),
                new Way(OrderAction.REFUND, "refunds", Side.OPERATOR, refund()),
                new Way(OrderAction.SHIP, "shipment", Side.SUPPLIER, Map.of()),
                new Way(OrderAction.CLOSE, "closing", Side.SUPPLIER, reason),
                new Way(OrderAction.ACCEPT, "acceptance", Side.BUYER, weighed),
                new Way(OrderAction.INVOICE, "invoice", Side.SUPPLIER, invoice()),
                new Way(OrderAction.REINVOICE, "invoice/replacement", Side.SUPPLIER, replacement()),
                new Way(OrderAction.PAY, "remittances", Side.OPERATOR, remittance()));
    }

    private static Map<String, Object> refund() {
        return Map.of("amountFen", 1, "bankReference", UUID.randomUUID());
    }

    private static Map<String, Object> invoice() {
        return Map.of(
                "number",
                Market.invoiceNumber(),
                "issuedOn",
                LocalDate.now(BusinessDay.ZONE),
                "totalFen",
                7_360,
                "taxFen",
                0,
                "attachment",
                UUID.randomUUID());
    }

    private static Map<String, Object> replacement() {
        return Map.of(
                "red",
                Map.of(
                        "number",
                        Market.invoiceNumber(),
                        "issuedOn",
                        LocalDate.now(BusinessDay.ZONE),
                        "attachment",
                        UUID.randomUUID()),
                "reason",
                "开错",
                "invoice",
                invoice());
    }

    private static Map<String, Object> remittance() {
        return Map.of("amountFen", 1, "payerName", "局", "bankReference", UUID.randomUUID());
    }

    private static String person(Side side) {
        return Objects.requireNonNull(PEOPLE.get(side));
    }

    private static boolean isWrongState(Answer answer) {
        String type = answer.text("/type");
        return answer.status() == 409
                && (type.endsWith("wrong-order-state") || type.endsWith("already-invoiced"));
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Optional<OrderState> taken;

        Undone(Optional<OrderState> taken) {
            this.taken = taken;
        }
    }
}
