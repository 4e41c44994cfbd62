package org.consumptionaid.marketplace.matching;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A lower bound for the score of every plan, and the prices of scarce things that give it.
 *
 * <p>Without what the groups share (an offer's week, a supplier's yearly cap, a canteen's budget)
 * each group is a small problem of its own. Prices on the shared things let them be: the sum of the
 * groups' bounds less what all that is there would cost is a bound for the whole, whatever the
 * prices (Lagrange). Each price rises while more is used than there is and falls while something is
 * left, in steps of its own that grow as long as the direction stays and shrink when it turns.
 *
 * <p>The groups are worked on in parallel in fixed parts whose sums are added in a fixed order, so
 * that the same week gives the same bound to the last bit.
 */
final class Bound {
    private static final int PARTS = 16;
    private static final int INNER_STEPS = 10;
    private static final int ROUNDS_BEFORE_PRICES = 5;
    private static final double FEN_UNIT = 0.2;

    private final Arcs arcs;
    private final double[] u;
    private final List<GroupBound> workers;
    private final double[] groupValue;
    private final Steps grams;
    private final Steps capFen;
    private final Steps budgetFen;
    private Prices prices;
    private int rounds;
    private Prices best;
    private double value = Double.NEGATIVE_INFINITY;

    Bound(Arcs arcs) {
        this.arcs = arcs;
        u = new double[arcs.lines()];
        workers = IntStream.range(0, PARTS).mapToObj(_ -> new GroupBound(arcs)).toList();
        groupValue = new double[arcs.groups];
        grams = new Steps(arcs.weekGrams, fenPerGram(arcs));
        capFen = new Steps(arcs.leftThisYearFen, fenUnits(arcs.leftThisYearFen.length));
        budgetFen = new Steps(arcs.budgetFen, fenUnits(arcs.budgetFen.length));
        prices = Prices.none(arcs);
        best = prices;
    }

    private static double[] fenPerGram(Arcs arcs) {
        double[] fen = new double[arcs.weekGrams.length];
        for (int arc = 0; arc < arcs.count(); arc++) {
            fen[arcs.offer[arc]] = arcs.fen[arc] / (double) Math.max(1, arcs.grams[arc]);
        }
        return fen;
    }

    private static double[] fenUnits(int length) {
        double[] units = new double[length];
        Arrays.fill(units, FEN_UNIT);
        return units;
    }

    double value() {
        return value;
    }

    Prices prices() {
        return best;
    }

    /**
     * Moves the prices so many times, and keeps those that give the highest bound.
     *
     * @param known a plan; the better it is, the better the steps
     */
    void raise(Choice known, int times, BooleanSupplier stopped) {
        for (int i = 0; i < times && !stopped.getAsBoolean(); i++) {
            Usage usage = weighGroups(known);
            double now = Arrays.stream(groupValue).sum() - prices.ofAll(arcs);
            if (now > value) {
                value = now;
                best = prices;
            }
            if (++rounds > ROUNDS_BEFORE_PRICES) {
                prices =
                        new Prices(
                                grams.moved(prices.perGram(), usage.grams()),
                                capFen.moved(prices.perCapFen(), usage.capFen()),
                                budgetFen.moved(prices.perBudgetFen(), usage.budgetFen()));
            }
        }
    }

    private Usage weighGroups(Choice known) {
        List<Usage> parts =
                IntStream.range(0, PARTS).parallel().mapToObj(part -> weigh(part, known)).toList();
        Usage all = Usage.none(arcs);
        parts.forEach(all::add);
        return all;
    }

    private Usage weigh(int part, Choice known) {
        Usage usage = Usage.none(arcs);
        GroupBound worker = workers.get(part);
        for (int group = part; group < arcs.groups; group += PARTS) {
            double above = known.score(group, prices);
            groupValue[group] = worker.run(group, u, prices, INNER_STEPS, above, usage);
        }
        return usage;
    }

    /** How far each price of one kind moves. */
    private static final class Steps {
        private static final double FIRST = 0.05;
        private static final double LEAST = 1e-5;
        private static final double MOST = 0.5;
        private static final double FASTER = 1.3;
        private static final double SLOWER = 0.7;

        /** A thing that is used up to a tenth too much or too little moves in part only. */
        private static final double STEEP = 10;

        private final long[] there;
        private final double[] unit;
        private final double[] step;
        private final boolean[] rose;

        Steps(long[] there, double[] unit) {
            this.there = there;
            this.unit = unit;
            step = new double[there.length];
            rose = new boolean[there.length];
        }

        double[] moved(double[] price, double[] used) {
            double[] moved = new double[price.length];
            for (int i = 0; i < price.length; i++) {
                double most = Math.max(Math.max(1, used[i]), (double) there[i]);
                double excess = (used[i] - (double) there[i]) / most;
                turn(i, price[i], excess);
                double move = unit[i] * step[i] * Math.clamp(excess * STEEP, -1, 1);
                moved[i] = Math.max(0, price[i] + move);
            }
            return moved;
        }

        /** A price that leaves 0 may come back at once: its step then shrinks like any other. */
        private void turn(int i, double price, double excess) {
            boolean rises = excess > 0;
            if (step[i] == 0 || (price == 0 && !rises)) {
                step[i] = FIRST;
            } else if (rises == rose[i]) {
                step[i] = Math.min(MOST, step[i] * FASTER);
            } else {
                step[i] = Math.max(LEAST, step[i] * SLOWER);
            }
            rose[i] = rises;
        }
    }
}
