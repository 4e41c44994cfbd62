package org.consumptionaid.marketplace.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A plan while it is made: which arc serves which line, and what is left of what is scarce. */
final class Choice {
    private static final int NONE = -1;

    private final Arcs arcs;
    private final int[] slotOf;
    private final Stock stock;
    final int[] arcOf;

    Choice(Arcs arcs) {
        this(arcs, slots(arcs));
    }

    private Choice(Arcs arcs, int[] slotOf) {
        this.arcs = arcs;
        stock = new Stock(arcs);
        arcOf = new int[arcs.lines()];
        Arrays.fill(arcOf, NONE);
        this.slotOf = slotOf;
    }

    private static int[] slots(Arcs arcs) {
        int[] slots = new int[arcs.count()];
        for (int slot = 0; slot < arcs.supplierOf.length; slot++) {
            Arrays.fill(slots, arcs.arcStart[slot], arcs.arcStart[slot + 1], slot);
        }
        return slots;
    }

    Stock stock() {
        return stock;
    }

    int supplier(int arc) {
        return arcs.supplierOf[slotOf[arc]];
    }

    /** The group's lines are served by nothing any more; answers what served them. */
    int[] clear(int group) {
        int from = arcs.lineStart[group];
        int[] before = Arrays.copyOfRange(arcOf, from, arcs.lineStart[group + 1]);
        for (int arc : before) {
            if (arc != NONE) {
                stock.giveBack(arc, supplier(arc), arcs.canteenOf[group]);
            }
        }
        Arrays.fill(arcOf, from, arcs.lineStart[group + 1], NONE);
        return before;
    }

    /** Puts a choice for the lines of a cleared group. */
    void put(int group, int[] chosen) {
        for (int arc : chosen) {
            if (arc != NONE) {
                stock.take(arc, supplier(arc), arcs.canteenOf[group]);
            }
        }
        System.arraycopy(chosen, 0, arcOf, arcs.lineStart[group], chosen.length);
    }

    int[] of(int group) {
        return Arrays.copyOfRange(arcOf, arcs.lineStart[group], arcs.lineStart[group + 1]);
    }

    /** Price, preferences and penalties of a group. */
    long score(int group) {
        long score = 0;
        Set<Integer> come = new HashSet<>();
        for (int line = arcs.lineStart[group]; line < arcs.lineStart[group + 1]; line++) {
            int arc = arcOf[line];
            if (arc == NONE) {
                score += arcs.penalty[line];
            } else {
                score += arcs.cost[arc];
                come.add(supplier(arc));
            }
        }
        return score + come.size() * arcs.deliveryFen;
    }

    /** {@link #score(int)} and what the group takes of what is scarce. */
    double score(int group, Prices prices) {
        double sum = score(group);
        int canteen = arcs.canteenOf[group];
        for (int line = arcs.lineStart[group]; line < arcs.lineStart[group + 1]; line++) {
            int arc = arcOf[line];
            if (arc != NONE) {
                double perFen = prices.perFen(supplier(arc), canteen);
                sum += prices.of(arcs, arc, perFen) - arcs.cost[arc];
            }
        }
        return sum;
    }

    Choice copy() {
        Choice copy = new Choice(arcs, slotOf);
        for (int group = 0; group < arcs.groups; group++) {
            copy.put(group, of(group));
        }
        return copy;
    }

    long score() {
        return IntStream.range(0, arcs.groups).mapToLong(this::score).sum();
    }

    Plan plan(double bound) {
        Integer[] offers = new Integer[arcs.lines()];
        Arrays.fill(offers, Week.NONE);
        long fen = 0;
        int unserved = 0;
        for (int line = 0; line < arcOf.length; line++) {
            int arc = arcOf[line];
            if (arc == NONE) {
                unserved++;
            } else {
                offers[arcs.demandOf[line]] = arcs.offer[arc];
                fen += arcs.fen[arc];
            }
        }
        return new Plan(List.of(offers), fen, score(), unserved, bound);
    }
}
