package org.consumptionaid.marketplace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTest {
    private static final double ROUNDING = 1e-6;

    private static Plan solve(Week week) {
        return Matching.solve(week, (_, _, _) -> {}, () -> false);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSmallWeekIsAsGoodAsTryingEverything(long seed) {
        Week week =
                Weeks.random(
                        seed,
                        1 + (int) (seed % 2),
                        1 + (int) (seed % 3),
                        1 + (int) (seed % 2),
                        4 + (int) (seed % 6));
        Plan plan = solve(week);
        assertThat(Weeks.broken(week, plan.offerOf())).isEmpty();
        assertThat(plan.score()).isEqualTo(new Everything(week).least());
        assertThat(plan.gap()).isLessThan(ROUNDING);
    }

    /** Tries every offer and none for every line; knows the rules from {@link Weeks#broken}. */
    private static final class Everything {
        private final Week week;
        private final Arcs arcs;
        private final List<Integer> chosen;
        private final List<List<Integer>> allowed;
        private long least = Long.MAX_VALUE;

        Everything(Week week) {
            this.week = week;
            arcs = Arcs.of(week);
            chosen = alone(0, Week.NONE);
            allowed = IntStream.range(0, week.demands().size()).mapToObj(this::allowed).toList();
        }

        long least() {
            go(0);
            return least;
        }

        private void go(int demand) {
            if (demand == chosen.size()) {
                if (Weeks.broken(week, chosen).isEmpty()) {
                    least = Math.min(least, score());
                }
                return;
            }
            for (int offer : allowed.get(demand)) {
                chosen.set(demand, offer);
                go(demand + 1);
            }
            chosen.set(demand, Week.NONE);
        }

        /** None, and what breaks no rule but the least order on a line alone. */
        private List<Integer> allowed(int demand) {
            return IntStream.range(Week.NONE, week.offers().size())
                    .filter(offer ->
                            Weeks.broken(week, alone(demand, offer)).stream()
                                    .allMatch(rule -> rule.startsWith("least order")))
                    .boxed()
                    .toList();
        }

        private List<Integer> alone(int demand, int offer) {
            List<Integer> alone =
                    new ArrayList<>(Collections.nCopies(week.demands().size(), Week.NONE));
            alone.set(demand, offer);
            return alone;
        }

        private long score() {
            Fit fit = new Fit(week);
            long score = 0;
            for (int line = 0; line < arcs.lines(); line++) {
                int demand = arcs.demandOf[line];
                int offer = chosen.get(demand);
                score += offer == Week.NONE ? arcs.penalty[line] : fit.score(demand, offer);
            }
            long trips =
                    IntStream.range(0, chosen.size())
                            .filter(i -> chosen.get(i) != Week.NONE)
                            .mapToObj(i ->
                                    List.of(
                                            week.demands().get(i).canteen(),
                                            week.demands().get(i).day(),
                                            week.offers().get(chosen.get(i)).supplier()))
                            .distinct()
                            .count();
            return score + trips * week.preferences().deliveryFen();
        }
    }

    static LongStream largerSeeds() {
        return LongStream.range(1_000, 1_010);
    }

    @ParameterizedTest
    @MethodSource("largerSeeds")
    void aLargeWeekKeepsEveryRuleAndItsBound(long seed) {
        Week week = Weeks.random(seed, 30, 8, 5, 240);
        assertThat(Arcs.of(week).count()).isGreaterThan(2_500);
        List<Plan> plans = new ArrayList<>();
        Plan plan = Matching.solve(week, (_, _, so) -> plans.add(so), () -> false);
        plans.add(plan);
        assertThat(plans)
                .allSatisfy(one -> {
                    assertThat(Weeks.broken(week, one.offerOf())).isEmpty();
                    assertThat(one.bound()).isLessThanOrEqualTo(plan.score() + ROUNDING);
                    assertThat(one.score()).isGreaterThanOrEqualTo(plan.score());
                });
        assertThat(solve(week)).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBoundOfALargeWeekIsBelowTheBestPlanOfASmallOne(long seed) {
        Week week = Weeks.random(seed, 1, 3, 2, 8);
        Arcs arcs = Arcs.of(week);
        Bound bound = new Bound(arcs);
        Choice nothing = new Choice(arcs);
        bound.raise(nothing, 60, () -> false);
        assertThat(bound.value()).isLessThanOrEqualTo(new Everything(week).least() + ROUNDING);
    }

    @Test
    void oneThatIsStoppedHasAPlan() {
        Week week = Weeks.random(7, 30, 8, 5, 240);
        AtomicInteger asked = new AtomicInteger();
        Plan plan = Matching.solve(week, (_, _, _) -> {}, () -> asked.incrementAndGet() > 3);
        assertThat(Weeks.broken(week, plan.offerOf())).isEmpty();
        assertThat(plan.offerOf()).anyMatch(offer -> offer != Week.NONE);
        assertThat(plan.gap()).isBetween(0.0, 1.0);
    }

    @Test
    void anEmptyWeekHasAnEmptyPlan() {
        Week week =
                new Week(
                        Weeks.MONDAY,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Preferences.usual(),
                        new HashMap<>());
        assertThat(solve(week)).isEqualTo(new Plan(List.of(), 0, 0, 0, 0));
    }

    @Test
    void whatAPersonFixedStaysAndTheRestGivesWay() {
        Week week = Weeks.random(11, 2, 3, 1, 9);
        Plan free = solve(week);
        Fit fit = new Fit(week);
        int demand =
                IntStream.range(0, week.demands().size())
                        .filter(i -> free.offerOf().get(i) != Week.NONE)
                        .findFirst()
                        .orElseThrow();
        Map<Integer, Integer> fixed = new HashMap<>();
        fixed.put(demand, Week.NONE);
        Plan without = solve(with(week, fixed));
        assertThat(without.offerOf().get(demand)).isEqualTo(Week.NONE);
        int other =
                IntStream.range(0, week.offers().size())
                        .filter(i ->
                                week.offers()
                                                .get(i)
                                                .ingredients()
                                                .contains(week.demands().get(demand).ingredient())
                                        && fit.fits(demand, i))
                        .max()
                        .orElseThrow();
        fixed.put(demand, other);
        Plan forced = solve(with(week, fixed));
        assertThat(forced.offerOf().get(demand)).isIn(other, Week.NONE);
        assertThat(Weeks.broken(with(week, fixed), forced.offerOf())).isEmpty();
    }

    private static Week with(Week week, Map<Integer, Integer> fixed) {
        return new Week(
                week.monday(),
                week.canteens(),
                week.suppliers(),
                week.offers(),
                week.demands(),
                week.preferences(),
                new HashMap<>(fixed));
    }
}
