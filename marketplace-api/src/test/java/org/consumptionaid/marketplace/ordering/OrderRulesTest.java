package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.LinesMissing;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.MoreThanShipped;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.NotPaidYet;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.RefundDue;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.TooMuchMoney;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.WrongState;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesTest {
    /** 10 kg at 36.80 yuan: 0.368 fen a gram. */
    @ParameterizedTest
    @CsvSource({
        "10000, 3680", // all
        "9600, 3533", // 3532.8 goes up
        "9601, 3533", // 3533.168 goes down
        "9602, 3534", // 3533.536 goes up
        "1, 0", // 0.368 goes down
        "2, 1", // 0.736 goes up
        "0, 0"
    })
    void costsByWeightRoundedHalfUpToTheFen(long grams, long fen) {
        assertThat(OrderRules.accept(List.of(line(1, 10_000, 3_680)), weighed(1, grams)))
                .containsExactly(new AcceptedLine(1, grams, fen));
    }

    @Test
    void sendsATieUp() {
        assertThat(OrderRules.accept(List.of(line(1, 2, 5)), weighed(1, 1)))
                .containsExactly(new AcceptedLine(1, 1, 3));
    }

    /** Each line is rounded by itself, so that every line of an invoice can be recomputed. */
    @Test
    void roundsEachLineByItself() {
        List<AcceptedLine> accepted =
                OrderRules.accept(
                        List.of(line(1, 2, 5), line(2, 2, 5)),
                        List.of(new WeighedLine(2, 1L), new WeighedLine(1, 1L)));

        assertThat(accepted).containsExactly(new AcceptedLine(1, 1, 3), new AcceptedLine(2, 1, 3));
    }

    @Property
    void neverCostsMoreThanWasOrderedAndMoreWeightNeverCostsLess(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long orderedGrams,
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long totalFen,
            @ForAll @LongRange(min = 0) long some) {
        long grams = some % orderedGrams;
        List<OrderLineView> lines = List.of(line(1, orderedGrams, totalFen));

        long fen = OrderRules.accept(lines, weighed(1, grams)).getFirst().fen();
        long oneMore = OrderRules.accept(lines, weighed(1, grams + 1)).getFirst().fen();

        assertThat(fen).isBetween(0L, oneMore);
        assertThat(oneMore).isLessThanOrEqualTo(totalFen);
    }

    @Test
    void wantsEveryLineOnce() {
        List<OrderLineView> lines = List.of(line(1, 10, 10), line(2, 10, 10));
        WeighedLine first = new WeighedLine(1, 10L);
        WeighedLine second = new WeighedLine(2, 10L);
        LinesMissing missing = new LinesMissing(2);

        refuses(missing, () -> OrderRules.accept(lines, List.of(first)));
        refuses(missing, () -> OrderRules.accept(lines, List.of(first, first)));
        refuses(missing, () -> OrderRules.accept(lines, List.of(first, second, second)));
        refuses(
                missing,
                () -> OrderRules.accept(lines, List.of(first, second, new WeighedLine(3, 1L))));
    }

    @Test
    void takesNoMoreThanWasShipped() {
        refuses(
                new MoreThanShipped(1, 10_000),
                () -> OrderRules.accept(List.of(line(1, 10_000, 3_680)), weighed(1, 10_001)));
    }

    @Test
    void takesNoMoreMoneyThanIsDueAndGivesNoMoreBackThanWasOverpaid() {
        OrderFacts accepted = new OrderFacts(OrderState.ACCEPTED, Terms.GOODS_FIRST, 100, 90L, 40);
        OrderFacts overpaid = new OrderFacts(OrderState.PAID, Terms.PAY_FIRST, 100, 90L, 100);

        assertThat(OrderRules.pay(accepted, new Money(50)).dueFen()).isZero();
        refuses(new TooMuchMoney(50), () -> OrderRules.pay(accepted, new Money(51)));
        assertThat(OrderRules.refund(overpaid, new Money(10)).refundableFen()).isZero();
        refuses(new TooMuchMoney(10), () -> OrderRules.refund(overpaid, new Money(11)));
        refuses(new TooMuchMoney(0), () -> OrderRules.refund(accepted, new Money(1)));
    }

    @Test
    void saysWhatStandsInTheWay() {
        OrderFacts payFirst = new OrderFacts(OrderState.CONFIRMED, Terms.PAY_FIRST, 100, null, 40);
        OrderFacts overpaid = new OrderFacts(OrderState.PAID, Terms.PAY_FIRST, 100, 90L, 100);

        refuses(new NotPaidYet(60), () -> OrderRules.step(payFirst, OrderAction.SHIP));
        refuses(new RefundDue(10), () -> OrderRules.step(overpaid, OrderAction.SETTLE));
        refuses(
                new WrongState(OrderState.CONFIRMED),
                () -> OrderRules.step(payFirst, OrderAction.ACCEPT));
    }

    private static void refuses(OrderingRefusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static List<WeighedLine> weighed(int line, long grams) {
        return List.of(new WeighedLine(line, grams));
    }

    private static OrderLineView line(int number, long orderedGrams, long totalFen) {
        return new OrderLineView(
                number,
                new UUID(0, number),
                "洋芋",
                "tuber",
                "620422",
                "会宁县",
                "",
                "箱",
                orderedGrams,
                totalFen,
                null,
                1,
                orderedGrams,
                totalFen,
                null,
                null,
                "Z00000018");
    }
}
