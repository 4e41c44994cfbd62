package org.consumptionaid.marketplace.matching;

import java.util.Arrays;

/**
 * The least a canteen's day can cost at given prices, from below.
 *
 * <p>Each line is paid u, and a supplier takes the lines whose cost is below it: what it gains is
 * its worth. The best suppliers, as many as may come, and all u together are a lower bound for any
 * u (Lagrange); u rises where a line is not taken and falls where two take it. A supplier that
 * would come for less than its least order must take lines that lose money until it is reached, in
 * parts at best: that keeps the bound valid and makes it tighter.
 *
 * <p>Holds scratch space: one for each thread, and always the same one for a group.
 */
final class GroupBound {
    private static final double GROW = 1.5;
    private static final double SHRINK = 0.6;
    private static final int PATIENCE = 3;

    private final Arcs arcs;
    private final int[] start;
    private final int[] lineOf;
    private final int[] arcOf;
    private final double[] cost;
    private final double[] fen;
    private final double[] rate;
    private final int[] filler;
    private final int[] chosen;
    private final double[] worth;
    private final double[] served;
    private final double[] least;
    private final double[] floor;
    private final double[] bestU;
    private final double[] strideOf;
    private int group;
    private int slots;
    private int lines;
    private int firstLine;
    private int come;

    GroupBound(Arcs arcs) {
        this.arcs = arcs;
        int mostArcs = arcs.most(one -> arcs.endArc(one) - arcs.firstArc(one));
        int mostSlots = arcs.most(arcs::slots);
        int mostLines = arcs.most(arcs::lines);
        start = new int[mostSlots + 1];
        lineOf = new int[mostArcs];
        arcOf = new int[mostArcs];
        cost = new double[mostArcs];
        fen = new double[mostArcs];
        rate = new double[mostArcs];
        filler = new int[mostArcs];
        chosen = new int[mostSlots];
        worth = new double[mostSlots];
        served = new double[mostLines];
        least = new double[mostLines];
        floor = new double[mostLines];
        bestU = new double[mostLines];
        strideOf = new double[arcs.groups];
        Arrays.fill(strideOf, 1);
    }

    /**
     * Moves u some steps, leaves it where the bound is best and answers that.
     *
     * @param u of all lines; those of the group are moved
     * @param known what a choice for the group costs at these prices
     * @param usage takes what the best step's choice uses
     */
    double run(int wanted, double[] u, Prices prices, int steps, double known, Usage usage) {
        price(wanted, prices);
        double best = Double.NEGATIVE_INFINITY;
        double above = known;
        double stride = Math.min(1, strideOf[group] * GROW);
        int waited = 0;
        liftToFloor(u);
        for (int step = 0; step < steps; step++) {
            double value = weigh(u);
            above = Math.min(above, serve(u));
            if (value > best) {
                best = value;
                waited = 0;
                System.arraycopy(u, firstLine, bestU, 0, lines);
            } else if (++waited == PATIENCE) {
                waited = 0;
                stride *= SHRINK;
                value = returnToBest(u);
            }
            move(u, stride * Math.max(above - value, 0));
        }
        strideOf[group] = stride;
        returnToBest(u);
        use(u, usage);
        return best;
    }

    private double returnToBest(double[] u) {
        System.arraycopy(bestU, 0, u, firstLine, lines);
        double value = weigh(u);
        serve(u);
        return value;
    }

    /**
     * What each supplier asks for each line. Two offers of one supplier for one line count as one
     * with the lower cost and the higher price: a bound may be too low, never too high.
     */
    private void price(int wanted, Prices prices) {
        group = wanted;
        slots = arcs.slots(group);
        lines = arcs.lines(group);
        firstLine = arcs.lineStart[group];
        int canteen = arcs.canteenOf[group];
        int count = 0;
        for (int slot = 0; slot < slots; slot++) {
            int at = arcs.slotStart[group] + slot;
            double perFen = prices.perFen(arcs.supplierOf[at], canteen);
            start[slot] = count;
            for (int arc = arcs.arcStart[at]; arc < arcs.arcStart[at + 1]; arc++) {
                int line = arcs.line[arc] - firstLine;
                double asked = prices.of(arcs, arc, perFen);
                if (count > start[slot] && lineOf[count - 1] == line) {
                    merge(count - 1, arc, asked);
                } else {
                    lineOf[count] = line;
                    arcOf[count] = arc;
                    cost[count] = asked;
                    fen[count] = arcs.fen[arc];
                    count++;
                }
            }
        }
        start[slots] = count;
    }

    private void merge(int k, int arc, double asked) {
        fen[k] = Math.max(fen[k], arcs.fen[arc]);
        if (asked < cost[k]) {
            cost[k] = asked;
            arcOf[k] = arc;
        }
    }

    /** Nobody takes a line below what its cheapest offer costs. */
    private void liftToFloor(double[] u) {
        for (int line = 0; line < lines; line++) {
            floor[line] = arcs.penalty[firstLine + line];
        }
        for (int k = 0; k < start[slots]; k++) {
            floor[lineOf[k]] = Math.min(floor[lineOf[k]], cost[k]);
        }
        for (int line = 0; line < lines; line++) {
            u[firstLine + line] = Math.max(u[firstLine + line], floor[line]);
        }
    }

    private double weigh(double[] u) {
        int limit = Math.min(arcs.limit(group), slots);
        come = 0;
        for (int slot = 0; slot < slots; slot++) {
            double bar = come < limit ? 0 : worth[come - 1];
            double one = gain(slot, u);
            if (one < bar) {
                one += fill(slot, u);
            }
            if (one < bar) {
                insert(slot, one, limit);
            }
        }
        double value = 0;
        for (int line = 0; line < lines; line++) {
            value += u[firstLine + line];
        }
        for (int i = 0; i < come; i++) {
            value += worth[i];
        }
        return value;
    }

    private void insert(int slot, double one, int limit) {
        int at = come < limit ? come++ : come - 1;
        while (at > 0 && worth[at - 1] > one) {
            worth[at] = worth[at - 1];
            chosen[at] = chosen[at - 1];
            at--;
        }
        worth[at] = one;
        chosen[at] = slot;
    }

    /** Delivery and what the lines below u save; below 0 if that is more. */
    private double gain(int slot, double[] u) {
        double sum = arcs.deliveryFen;
        for (int k = start[slot]; k < start[slot + 1]; k++) {
            sum += Math.min(0, cost[k] - u[firstLine + lineOf[k]]);
        }
        return sum;
    }

    private double leastOrder(int slot) {
        return arcs.leastOrderFen[arcs.supplierOf[arcs.slotStart[group] + slot]];
    }

    /**
     * What it costs at least to reach the least order beyond the lines that are below u: the losing
     * lines with the least loss per fen, the last one in part.
     */
    private double fill(int slot, double[] u) {
        double missing = leastOrder(slot);
        for (int k = start[slot]; missing > 0 && k < start[slot + 1]; k++) {
            missing -= cost[k] < u[firstLine + lineOf[k]] ? fen[k] : 0;
        }
        int count = missing > 0 ? fillers(slot, u) : 0;
        double asked = 0;
        for (int i = 0; i < count && missing > 0; i++) {
            double part = Math.min(fen[filler[i]], missing);
            asked += part * rate[i];
            missing -= part;
        }
        return asked;
    }

    /** Sorted by insertion: a few at most. */
    private int fillers(int slot, double[] u) {
        int count = 0;
        for (int k = start[slot]; k < start[slot + 1]; k++) {
            double loss = cost[k] - u[firstLine + lineOf[k]];
            if (loss >= 0 && fen[k] > 0) {
                double one = loss / fen[k];
                int at = count++;
                while (at > 0 && rate[at - 1] > one) {
                    rate[at] = rate[at - 1];
                    filler[at] = filler[at - 1];
                    at--;
                }
                rate[at] = one;
                filler[at] = k;
            }
        }
        return count;
    }

    @FunctionalInterface
    private interface Taker {
        void take(int slot, int k, double part);
    }

    /** Tells what those that come take: the lines below u, and what fills their least orders. */
    private void taken(double[] u, Taker taker) {
        for (int i = 0; i < come; i++) {
            int slot = chosen[i];
            double missing = leastOrder(slot);
            for (int k = start[slot]; k < start[slot + 1]; k++) {
                if (cost[k] < u[firstLine + lineOf[k]]) {
                    taker.take(slot, k, 1);
                    missing -= fen[k];
                }
            }
            int count = missing > 0 ? fillers(slot, u) : 0;
            for (int f = 0; f < count && missing > 0; f++) {
                int k = filler[f];
                double part = Math.min(1, missing / fen[k]);
                taker.take(slot, k, part);
                missing -= part * fen[k];
            }
        }
    }

    /**
     * Marks which lines those that come take.
     *
     * @return what they would cost if each line went to the cheapest of them
     */
    private double serve(double[] u) {
        Arrays.fill(served, 0, lines, 0);
        taken(u, (_, k, part) -> served[lineOf[k]] += part);
        for (int line = 0; line < lines; line++) {
            least[line] = arcs.penalty[firstLine + line];
        }
        for (int i = 0; i < come; i++) {
            for (int k = start[chosen[i]]; k < start[chosen[i] + 1]; k++) {
                least[lineOf[k]] = Math.min(least[lineOf[k]], cost[k]);
            }
        }
        double sum = (double) arcs.deliveryFen * come;
        for (int line = 0; line < lines; line++) {
            sum += least[line];
        }
        return sum;
    }

    private void use(double[] u, Usage usage) {
        int canteen = arcs.canteenOf[group];
        int firstSlot = arcs.slotStart[group];
        taken(
                u,
                (slot, k, part) ->
                        usage.add(
                                arcs, arcOf[k], arcs.supplierOf[firstSlot + slot], canteen, part));
    }

    private void move(double[] u, double distance) {
        double norm = 0;
        for (int line = 0; line < lines; line++) {
            norm += (1 - served[line]) * (1 - served[line]);
        }
        if (norm == 0) {
            return;
        }
        double step = distance / norm;
        for (int line = 0; line < lines; line++) {
            int at = firstLine + line;
            double most = Math.max(floor[line], (double) arcs.penalty[at]);
            u[at] = Math.clamp(u[at] + step * (1 - served[line]), floor[line], most);
        }
    }
}
