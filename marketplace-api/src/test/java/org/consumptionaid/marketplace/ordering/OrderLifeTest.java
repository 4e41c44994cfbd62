package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
    /**
     * The life as the design tells it, written down a second time: from, action, where it may lead.
     */
    private static final Set<String> EXPECTED =
            Set.of(
                    "DRAFT PLACE PLACED",
                    "PLACED CONFIRM CONFIRMED",
                    "PLACED REFUSE REJECTED",
                    "PLACED CANCEL CANCELLED",
                    "PLACED EXPIRE CANCELLED",
                    "CONFIRMED EXPIRE CANCELLED",
                    "PLACED CHANGE CANCELLED",
                    "CONFIRMED CHANGE CANCELLED",
                    "ACCEPTED COMPLAIN ACCEPTED",
                    "INVOICED COMPLAIN INVOICED",
                    "PAID COMPLAIN PAID",
                    "ACCEPTED CREDIT REJECTED",
                    "ACCEPTED CREDIT PAID",
                    "ACCEPTED CREDIT ACCEPTED",
                    "INVOICED CREDIT REJECTED",
                    "INVOICED CREDIT PAID",
                    "INVOICED CREDIT INVOICED",
                    "PAID CREDIT REJECTED",
                    "PAID CREDIT PAID",
                    "ACCEPTED DROP ACCEPTED",
                    "INVOICED DROP INVOICED",
                    "PAID DROP PAID",
                    "CONFIRMED PAY CONFIRMED",
                    "CONFIRMED CANCEL CANCELLED",
                    "CONFIRMED SHIP SHIPPED",
                    "CONFIRMED SHIP PARTLY_SHIPPED",
                    "CONFIRMED CLOSE CANCELLED",
                    "PARTLY_SHIPPED SHIP PARTLY_SHIPPED",
                    "PARTLY_SHIPPED SHIP SHIPPED",
                    "PARTLY_SHIPPED PAY PARTLY_SHIPPED",
                    "PARTLY_SHIPPED ACCEPT PARTLY_SHIPPED",
                    "PARTLY_SHIPPED CLOSE SHIPPED",
                    "PARTLY_SHIPPED CLOSE REJECTED",
                    "PARTLY_SHIPPED CLOSE PAID",
                    "PARTLY_SHIPPED CLOSE ACCEPTED",
                    "PARTLY_SHIPPED REVERSE PARTLY_SHIPPED",
                    "SHIPPED ACCEPT SHIPPED",
                    "SHIPPED ACCEPT REJECTED",
                    "SHIPPED ACCEPT PAID",
                    "SHIPPED ACCEPT ACCEPTED",
                    "ACCEPTED INVOICE INVOICED",
                    "ACCEPTED PAY PAID",
                    "ACCEPTED PAY ACCEPTED",
                    "INVOICED PAY PAID",
                    "INVOICED PAY INVOICED",
                    "PAID INVOICE PAID",
                    "PAID REFUND PAID",
                    "PAID KEEP PAID",
                    "SETTLED KEEP SETTLED",
                    "CANCELLED KEEP CANCELLED",
                    "REJECTED KEEP REJECTED",
                    "PAID PAY PAID",
                    "SETTLED PAY SETTLED",
                    "SETTLED REFUND SETTLED",
                    "CANCELLED PAY CANCELLED",
                    "REJECTED PAY REJECTED",
                    "CONFIRMED REVERSE CONFIRMED",
                    "SHIPPED REVERSE SHIPPED",
                    "ACCEPTED REVERSE ACCEPTED",
                    "INVOICED REVERSE INVOICED",
                    "PAID REVERSE PAID",
                    "PAID REVERSE ACCEPTED",
                    "CANCELLED REVERSE CANCELLED",
                    "REJECTED REVERSE REJECTED",
                    "PAID SETTLE SETTLED",
                    "SETTLED INVOICE SETTLED",
                    "ACCEPTED REINVOICE ACCEPTED",
                    "INVOICED REINVOICE INVOICED",
                    "PAID REINVOICE PAID",
                    "SETTLED REINVOICE SETTLED",
                    "REJECTED REINVOICE REJECTED",
                    "SETTLED BOUNCE PAID",
                    "PARTLY_SHIPPED RESTOCK PARTLY_SHIPPED",
                    "SHIPPED RESTOCK SHIPPED",
                    "ACCEPTED RESTOCK ACCEPTED",
                    "INVOICED RESTOCK INVOICED",
                    "PAID RESTOCK PAID",
                    "SETTLED RESTOCK SETTLED",
                    "REJECTED RESTOCK REJECTED",
                    "CANCELLED REFUND CANCELLED",
                    "REJECTED REFUND REJECTED");

    private static final long TOTAL = 1_000;

    private static final List<GoodsFacts> GOODS =
            List.of(
                    GoodsFacts.DONE,
                    new GoodsFacts(true, false, false, false),
                    new GoodsFacts(false, true, false, false),
                    new GoodsFacts(true, true, false, false),
                    new GoodsFacts(false, false, true, false));

    /** Every situation the guards can tell apart: terms × paid × accepted × goods. */
    private static final List<OrderFacts> SITUATIONS = situations();

    @Test
    void takesEveryExpectedStepAndRefusesEveryOther() {
        Set<String> seen = new TreeSet<>();
        for (OrderFacts facts : SITUATIONS) {
            for (OrderAction action : OrderAction.values()) {
                OrderLife.step(facts, action)
                        .ifPresentOrElse(
                                edge -> seen.add(facts.state() + " " + action + " " + edge.to()),
                                () ->
                                        assertThatThrownBy(() -> OrderRules.step(facts, action))
                                                .isInstanceOf(RefusedException.class));
            }
        }

        assertThat(seen).isEqualTo(new TreeSet<>(EXPECTED));
    }

    @Test
    void hasNoEdgeThatNoSituationTakes() {
        Set<Edge> taken = new HashSet<>();
        for (OrderFacts facts : SITUATIONS) {
            for (OrderAction action : OrderAction.values()) {
                OrderLife.step(facts, action).ifPresent(taken::add);
            }
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(OrderLife.TABLE);
    }

    @Test
    void leadsFromADraftToEveryState() {
        Set<OrderState> reached = EnumSet.of(OrderState.DRAFT);
        Deque<OrderState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            OrderState from = open.remove();
            OrderLife.TABLE.stream()
                    .filter(edge -> edge.from() == from)
                    .map(Edge::to)
                    .filter(reached::add)
                    .forEach(open::add);
        }

        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
    }

    @Test
    void takesASettledOrderNowhereElseUnlessTheBankSendsTheMoneyBack() {
        assertThat(
                        OrderLife.TABLE.stream()
                                .filter(edge -> edge.from() == OrderState.SETTLED)
                                .filter(edge -> edge.action() != OrderAction.BOUNCE))
                .isNotEmpty()
                .allSatisfy(edge -> assertThat(edge.to()).isEqualTo(OrderState.SETTLED));
    }

    @Test
    void neverComesBackFromWhereNoGoodsGo() {
        for (OrderState last : List.of(OrderState.CANCELLED, OrderState.REJECTED)) {
            assertThat(OrderLife.TABLE.stream().filter(edge -> edge.from() == last).map(Edge::to))
                    .containsOnly(last);
        }
    }

    /** What is reserved at placing is released or sold exactly once on every way through life. */
    @Test
    void movesTheReservedPackagesExactlyOnce() {
        Map<OrderState, StockMove> byWhichItIsLeft = new EnumMap<>(OrderState.class);
        for (Edge edge : OrderLife.TABLE) {
            boolean holdsBefore = holdsPackages(edge.from());
            boolean holdsAfter = holdsPackages(edge.to());
            boolean inPart = edge.action() == OrderAction.SHIP;
            boolean moves = edge.stock() == StockMove.SELL || edge.stock() == StockMove.RELEASE;
            assertThat(moves).isEqualTo(holdsBefore && (!holdsAfter || inPart));
            boolean leaves = moves && edge.from() != edge.to();
            if (edge.action() != OrderAction.CLOSE && leaves) {
                byWhichItIsLeft.put(edge.to(), edge.stock());
            }
        }
        assertThat(byWhichItIsLeft.get(OrderState.SHIPPED)).isEqualTo(StockMove.SELL);
        assertThat(byWhichItIsLeft.get(OrderState.CANCELLED)).isNotEqualTo(StockMove.SELL);
    }

    @Test
    void shipsPayFirstGoodsOnlyWhenTheyArePaidFor() {
        OrderFacts unpaid = facts(OrderState.CONFIRMED, Terms.PAY_FIRST, null, TOTAL - 1);

        assertThat(OrderLife.step(unpaid, OrderAction.SHIP)).isEmpty();
        assertThat(OrderLife.step(unpaid.withPaid(TOTAL), OrderAction.SHIP)).isPresent();
    }

    @Test
    void settlesOnlyWhatIsEven() {
        OrderFacts overpaid = facts(OrderState.PAID, Terms.PAY_FIRST, TOTAL - 1, TOTAL);

        assertThat(OrderLife.step(overpaid, OrderAction.SETTLE)).isEmpty();
        assertThat(OrderLife.step(overpaid.withPaid(TOTAL - 1), OrderAction.SETTLE)).isPresent();
    }

    @Test
    void settlesNothingThatIsComplainedAbout() {
        OrderFacts even = facts(OrderState.PAID, Terms.GOODS_FIRST, TOTAL, TOTAL);

        assertThat(OrderLife.step(even, OrderAction.SETTLE)).isPresent();
        assertThat(OrderLife.step(even.withComplaint(true), OrderAction.SETTLE)).isEmpty();
    }

    private static boolean holdsPackages(OrderState state) {
        return state == OrderState.PLACED
                || state == OrderState.CONFIRMED
                || state == OrderState.PARTLY_SHIPPED;
    }

    private static List<OrderFacts> situations() {
        List<@Nullable Long> accepted = Arrays.asList(null, 0L, TOTAL / 2, TOTAL);
        List<OrderFacts> all = new ArrayList<>();
        for (OrderState state : OrderState.values()) {
            for (Terms terms : Terms.values()) {
                for (Long fen : accepted) {
                    for (long paid : List.of(0L, TOTAL / 4, TOTAL / 2, TOTAL)) {
                        for (GoodsFacts goods : GOODS) {
                            all.add(facts(state, terms, fen, paid).withGoods(goods));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static OrderFacts facts(
            OrderState state, Terms terms, @Nullable Long acceptedFen, long paidFen) {
        return new OrderFacts(state, terms, TOTAL, acceptedFen, paidFen);
    }
}
