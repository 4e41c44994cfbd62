package org.consumptionaid.marketplace.matching;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Chooses the suppliers of a week.
 *
 * <p>A small week goes to CP-SAT as one problem and comes back as the best plan there is. A large
 * one is taken apart: prices for what canteens share make each canteen's day a problem of its own
 * ({@link Bound}), and a search finds a plan at these prices ({@link GroupSearch}). At any moment
 * there is a plan that keeps every hard rule. The same week gives the same plan.
 */
public final class Matching {
    private static final int SMALL = 2_500;
    private static final double SMALL_WORK = 2;
    private static final int FIRST_ROUNDS = 20;
    private static final int ROUNDS = 100;
    private static final int IMPROVEMENTS = 4;
    private static final int STEPS = 5 + IMPROVEMENTS;

    private final Arcs arcs;
    private final Progress progress;
    private final BooleanSupplier stopped;
    private final GroupSearch search;
    private final Bound bound;
    private Choice best;
    private long score = Long.MAX_VALUE;
    private double solversBound;

    private Matching(Week week, Progress progress, BooleanSupplier stopped) {
        arcs = Arcs.of(week);
        this.progress = progress;
        this.stopped = stopped;
        search = new GroupSearch(arcs);
        bound = new Bound(arcs);
        best = new Choice(arcs);
    }

    /** Hears how far the search is; called on the searching thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A step is done.
         *
         * @param step 1 to {@code steps}
         * @param plan what would be answered if the search were stopped now
         */
        void at(int step, int steps, Plan plan);
    }

    /**
     * A plan for the week.
     *
     * @param stopped asked now and then; once true the best plan found so far is answered. The
     *     first plan is made in any case: a few seconds for a city
     */
    public static Plan solve(Week week, Progress progress, BooleanSupplier stopped) {
        return new Matching(week, progress, stopped).solve();
    }

    private Plan solve() {
        take(pass(Prices.none(arcs)));
        tell(1);
        if (arcs.count() <= SMALL && whole()) {
            return best.plan((double) score);
        }
        bound.raise(best, FIRST_ROUNDS, stopped);
        tell(2);
        pass();
        tell(3);
        bound.raise(best, ROUNDS, stopped);
        tell(4);
        improve(pass());
        return best.plan(lowerBound());
    }

    private void tell(int step) {
        progress.at(step, STEPS, best.plan(lowerBound()));
    }

    private double lowerBound() {
        return Math.max(solversBound, bound.value());
    }

    /** True once the best plan there is has been found. */
    private boolean whole() {
        int[] groups = IntStream.range(0, arcs.groups).toArray();
        Exact.Answer answer = Exact.solve(arcs, groups, new Stock(arcs), best.arcOf, SMALL_WORK);
        if (answer == null) {
            return false;
        }
        Choice choice = new Choice(arcs);
        for (int group : groups) {
            choice.put(
                    group,
                    ints(answer.arcOf().subList(arcs.lineStart[group], arcs.lineStart[group + 1])));
        }
        take(choice);
        solversBound = answer.bound();
        return answer.best();
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Keeps a copy of a plan that scores less than the best so far. */
    private void take(Choice choice) {
        long found = choice.score();
        if (found < score) {
            best = choice.copy();
            score = found;
        }
    }

    /** Every group from nothing, one after the other. */
    private Choice pass(Prices prices) {
        Choice choice = new Choice(arcs);
        for (int group = 0; group < arcs.groups; group++) {
            search.run(group, prices, choice.stock(), choice.arcOf);
        }
        return choice;
    }

    /** At the prices found so far; what there is already once it is to stop. */
    private Choice pass() {
        Choice choice = stopped.getAsBoolean() ? best : pass(bound.prices());
        take(choice);
        return choice;
    }

    private void improve(Choice choice) {
        tell(5);
        for (int i = 0; i < IMPROVEMENTS && !stopped.getAsBoolean(); i++) {
            improve(choice, i % 2 == 0 ? bound.prices() : Prices.none(arcs));
            take(choice);
            tell(6 + i);
        }
    }

    /**
     * Each group once more, with what the others have left; a choice that is dearer is undone. At
     * prices a group leaves what is scarce to others that need it more, without prices it takes
     * what is cheapest for itself.
     */
    private void improve(Choice choice, Prices prices) {
        for (int group = 0; group < arcs.groups && !stopped.getAsBoolean(); group++) {
            double had = choice.score(group, prices);
            int[] before = choice.clear(group);
            search.run(group, prices, choice.stock(), choice.arcOf);
            if (choice.score(group, prices) > had) {
                choice.clear(group);
                choice.put(group, before);
            }
        }
    }
}
