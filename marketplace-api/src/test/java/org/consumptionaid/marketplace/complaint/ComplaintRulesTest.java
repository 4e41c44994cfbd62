package org.consumptionaid.marketplace.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.consumptionaid.marketplace.ordering.CreditedLine;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplaintRulesTest {
    @Test
    void valuesGoodsByWhatTheyWereAcceptedFor() {
        List<ComplaintLine> asked = ask(ComplaintKind.RETURN, line(1, 5_000L, null));

        assertThat(asked.getFirst().fen()).as("5 of 9.6 kg for 35.33 yuan").isEqualTo(1_840);
        assertThat(ask(ComplaintKind.RETURN, line(1, 9_600L, null)).getFirst().fen())
                .as("all of it")
                .isEqualTo(3_533);
    }

    @Test
    void refusesLinesThatAreWrong() {
        refuses(ComplaintKind.RETURN, line(1, 9_601L, null));
        refuses(ComplaintKind.RETURN, line(2, 1L, null));
        refuses(ComplaintKind.RETURN, line(1, null, 5L));
        refuses(ComplaintKind.RETURN, line(1, null, null));
        refuses(ComplaintKind.RETURN, line(1, 1L, null), line(1, 1L, null));
        refuses(ComplaintKind.ALLOWANCE, line(1, null, 3_534L));
        refuses(ComplaintKind.ALLOWANCE, line(1, 5L, null));
        refuses(ComplaintKind.ALLOWANCE, line(1, 5L, 5L));
    }

    @Test
    void creditsWhatArrivedAndNoMore() {
        List<ComplaintLine> asked = ask(ComplaintKind.RETURN, line(1, 5_000L, null));

        assertThat(ComplaintRules.received(asked, List.of(new ReceivedLine(1, 2_500L, null))))
                .containsExactly(new CreditedLine(1, 2_500, 920, 0));
        assertThat(ComplaintRules.received(asked, List.of(new ReceivedLine(1, 0L, null))))
                .containsExactly(new CreditedLine(1, 0, 0, 0));
        refusesArrival(asked, "more-than-asked", new ReceivedLine(1, 5_001L, null));
        refusesArrival(asked, "packages-too-many", new ReceivedLine(1, 5_000L, 1L));
        refusesArrival(asked, "lines-of-complaint", new ReceivedLine(2, 1L, null));
        refusesArrival(
                asked,
                "lines-of-complaint",
                new ReceivedLine(1, 1L, null),
                new ReceivedLine(1, 1L, null));
    }

    /** Whatever goes back in whatever parts, never more than was paid for. */
    @Property
    void creditsNeverMoreThanTheLineCost(
            @ForAll @LongRange(min = 1, max = 9_600) long asked,
            @ForAll @LongRange(min = 0, max = 9_600) long arrived) {
        List<ComplaintLine> lines = ask(ComplaintKind.RETURN, line(1, asked, null));
        long back = Math.min(asked, arrived);

        CreditedLine credited =
                ComplaintRules.received(lines, List.of(new ReceivedLine(1, back, null))).getFirst();

        assertThat(credited.fen()).isBetween(0L, lines.getFirst().fen());
        assertThat(lines.getFirst().fen()).isLessThanOrEqualTo(3_533);
        assertThat(credited.grams()).isEqualTo(back);
    }

    @Test
    void endsOnEveryWay() {
        for (ComplaintKind kind : ComplaintKind.values()) {
            Set<ComplaintState> reached = EnumSet.of(ComplaintState.ASKED);
            Deque<ComplaintState> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                ComplaintState from = open.remove();
                for (ComplaintLife.Step step : ComplaintLife.TABLE) {
                    boolean taken =
                            step.from() == from && (step.kind() == null || step.kind() == kind);
                    if (taken && reached.add(step.to())) {
                        open.add(step.to());
                    }
                }
            }
            assertThat(reached).contains(ComplaintState.CREDITED, ComplaintState.LAPSED);
            assertThat(reached.contains(ComplaintState.AGREED))
                    .isEqualTo(kind == ComplaintKind.RETURN);
            for (ComplaintState state : reached) {
                boolean goesOn = ComplaintLife.TABLE.stream().anyMatch(s -> s.from() == state);
                assertThat(goesOn).as(state.name()).isEqualTo(state.isOpen());
            }
        }
    }

    private static void refuses(ComplaintKind kind, ComplaintForm.Line... lines) {
        assertThatThrownBy(() -> ask(kind, lines)).hasMessage("lines-of-complaint");
    }

    private static void refusesArrival(
            List<ComplaintLine> asked, String code, ReceivedLine... arrived) {
        assertThatThrownBy(() -> ComplaintRules.received(asked, List.of(arrived))).hasMessage(code);
    }

    private static List<ComplaintLine> ask(ComplaintKind kind, ComplaintForm.Line... lines) {
        return ComplaintRules.ask(
                new ComplaintForm(kind, "有烂的", null, List.of(lines)), List.of(accepted()));
    }

    private static ComplaintForm.Line line(int line, @Nullable Long grams, @Nullable Long fen) {
        return new ComplaintForm.Line(line, grams, fen);
    }

    /** 9.6 of 10 kg. */
    private static OrderLineView accepted() {
        return new OrderLineView(
                1,
                UUID.randomUUID(),
                "会宁洋芋",
                "tuber",
                "620422",
                "会宁县",
                "",
                "箱",
                10_000,
                3_680,
                null,
                1,
                10_000,
                3_680,
                9_600L,
                3_533L,
                "Z00000001");
    }
}
