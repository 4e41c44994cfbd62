package org.consumptionaid.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {
    private static final Place HERE = new Place("530602", 103.7, 27.3);
    private static final Place FAR = new Place("530602", 104.7, 27.3);

    private static Supplier supplier(Place place, long minOrderFen) {
        return new Supplier(place, true, 50_000, minOrderFen, 1_000_000, 100, 0, 0);
    }

    private static Offer offer(int supplier, long fen, long weekGrams) {
        return new Offer(
                supplier,
                Set.of(0),
                1_000,
                fen,
                weekGrams,
                0b1111111,
                true,
                Weeks.MONDAY.plusDays(9));
    }

    private static Week week(List<Supplier> suppliers, List<Offer> offers, long budget) {
        return new Week(
                Weeks.MONDAY,
                List.of(new Canteen(HERE, budget, 1)),
                suppliers,
                offers,
                List.of(new Demand(0, 0, 0, 10_000, -1)),
                Preferences.usual(),
                new HashMap<>());
    }

    private static Reasons.Reason reason(Week week) {
        return Reasons.of(week, Matching.solve(week, (_, _, _) -> {}, () -> false)).of(0);
    }

    @Test
    void itSaysWhatTheNextBestCostsAndWhatKeptACheaperOneAway() {
        Week week =
                week(
                        List.of(supplier(HERE, 0), supplier(FAR, 0), supplier(HERE, 9_000)),
                        List.of(
                                offer(0, 500, 20_000),
                                offer(0, 600, 20_000),
                                offer(1, 300, 20_000),
                                offer(2, 400, 20_000),
                                offer(0, 100, 5_000)),
                        100_000);
        Reasons.Reason reason = reason(week);
        assertThat(reason.offer()).isZero();
        assertThat(reason.fen()).isEqualTo(5_000);
        assertThat(reason.next()).contains(new Reasons.Other(1, Rule.PREFERENCE, 6_000, 6_000));
        assertThat(reason.cheaper())
                .extracting(Reasons.Other::offer, Reasons.Other::rule)
                .containsExactly(
                        tuple(4, Rule.CAPACITY), tuple(2, Rule.RADIUS), tuple(3, Rule.LEAST_ORDER));
        assertThat(reason.change()).isEmpty();
    }

    @Test
    void aBudgetThatIsTooSmallSaysByHowMuch() {
        Week week = week(List.of(supplier(HERE, 0)), List.of(offer(0, 500, 20_000)), 4_200);
        assertThat(reason(week).change()).contains(new Reasons.Change(0, Rule.BUDGET, 800));
    }

    @Test
    void aLineTooDearForAnyBudgetIsNotPlannedAndOverflowsNothing() {
        Week week =
                week(
                        List.of(supplier(HERE, 0)),
                        List.of(offer(0, 1_000_000_000_000L, 20_000)),
                        Long.MAX_VALUE / 2);
        Reasons.Reason reason = reason(week);
        assertThat(reason.offer()).isEqualTo(Week.NONE);
    }

    @Test
    void ofSeveralChangesTheBureausOwnComesFirst() {
        Week week =
                week(
                        List.of(supplier(HERE, 0), supplier(HERE, 5_001)),
                        List.of(offer(0, 500, 9_999), offer(1, 500, 20_000)),
                        100_000);
        assertThat(reason(week).change()).contains(new Reasons.Change(1, Rule.LEAST_ORDER, 1));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** What is called possible is possible, and what is called forbidden is forbidden. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatItSaysOfAnotherOfferIsTrue(long seed) {
        Week week = Weeks.random(seed, 2, 3, 2, 14);
        Plan plan = Matching.solve(week, (_, _, _) -> {}, () -> false);
        Reasons reasons = Reasons.of(week, plan);
        for (int demand = 0; demand < week.demands().size(); demand++) {
            Reasons.Reason reason = reasons.of(demand);
            reason.next().ifPresent(check(week, plan, demand));
            for (Reasons.Other other : reason.cheaper()) {
                boolean possible = Weeks.broken(week, moved(plan, demand, other.offer())).isEmpty();
                assertThat(other.rule() == Rule.PREFERENCE).as("%s", other).isEqualTo(possible);
            }
        }
    }

    private static Consumer<Reasons.Other> check(Week week, Plan plan, int demand) {
        return other ->
                assertThat(Weeks.broken(week, moved(plan, demand, other.offer()))).isEmpty();
    }

    private static List<Integer> moved(Plan plan, int demand, int offer) {
        List<Integer> moved = new ArrayList<>(plan.offerOf());
        moved.set(demand, offer);
        return moved;
    }
}
