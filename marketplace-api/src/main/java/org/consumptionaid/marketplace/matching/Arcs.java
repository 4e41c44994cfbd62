package org.consumptionaid.marketplace.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A week laid out for the search: every pair of a line and an offer that may serve it is an arc.
 *
 * <p>A group is a canteen on a day. Its lines stand together, its suppliers are slots that stand
 * together, and a slot's arcs stand together in the order of their lines: a search walks them in
 * the order in which they lie in memory. A week of a city has eight million arcs; as objects they
 * would not fit.
 */
final class Arcs {
    private static final int DAYS = 7;

    /**
     * An unserved line counts for so many times its dearest offer: any offer is better than none.
     */
    private static final long PENALTY = 5;

    final Week week;
    final int groups;
    final int[] canteenOf;

    /**
     * Lines of group g: from lineStart[g] to before lineStart[g + 1]; the same for slots and arcs.
     */
    final int[] lineStart;

    final int[] demandOf;
    final long[] penalty;

    final int[] slotStart;
    final int[] supplierOf;
    final int[] arcStart;

    final int[] line;
    final int[] offer;
    final int[] fen;
    final int[] grams;
    final int[] cost;

    final long[] weekGrams;
    final long[] leftThisYearFen;
    final long[] leastOrderFen;
    final long[] budgetFen;
    final long deliveryFen;

    private Arcs(Week week, Builder built) {
        this.week = week;
        groups = built.canteens.size();
        canteenOf = built.canteens.array();
        lineStart = built.lineStart.array();
        demandOf = built.demandOf.array();
        penalty = built.penalty;
        slotStart = built.slotStart.array();
        supplierOf = built.supplierOf.array();
        arcStart = built.arcStart.array();
        line = built.line.array();
        offer = built.offer.array();
        fen = built.fen.array();
        grams = built.grams.array();
        cost = built.cost.array();
        weekGrams = week.offers().stream().mapToLong(Offer::weekGrams).toArray();
        leftThisYearFen = week.suppliers().stream().mapToLong(Supplier::leftThisYearFen).toArray();
        leastOrderFen = week.suppliers().stream().mapToLong(Supplier::minOrderFen).toArray();
        budgetFen = week.canteens().stream().mapToLong(Canteen::budgetFen).toArray();
        deliveryFen = week.preferences().deliveryFen();
    }

    static Arcs of(Week week) {
        return new Arcs(week, new Builder(week).build());
    }

    int lines() {
        return demandOf.length;
    }

    int count() {
        return line.length;
    }

    int slots(int group) {
        return slotStart[group + 1] - slotStart[group];
    }

    int lines(int group) {
        return lineStart[group + 1] - lineStart[group];
    }

    /** Suppliers that may come to the group's canteen on its day. */
    int limit(int group) {
        return week.canteens().get(canteenOf[group]).suppliersPerDay();
    }

    int firstArc(int group) {
        return arcStart[slotStart[group]];
    }

    int endArc(int group) {
        return arcStart[slotStart[group + 1]];
    }

    /** The largest figure of all groups, for scratch space. */
    int most(java.util.function.IntUnaryOperator figure) {
        return IntStream.range(0, groups).map(figure).max().orElse(0);
    }

    /** Grows as it is filled. */
    private static final class Ints {
        private int[] values = new int[1 << 10];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        int[] array() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Builder {
        private final Week week;
        private final Fit fit;
        private final List<List<Integer>> offersOf = new ArrayList<>();
        private final Ints canteens = new Ints();
        private final Ints lineStart = new Ints();
        private final Ints demandOf = new Ints();
        private final Ints slotStart = new Ints();
        private final Ints supplierOf = new Ints();
        private final Ints arcStart = new Ints();
        private final Ints line = new Ints();
        private final Ints offer = new Ints();
        private final Ints fen = new Ints();
        private final Ints grams = new Ints();
        private final Ints cost = new Ints();
        private long[] penalty = {};

        private record Arc(int line, int offer, int supplier, int fen, int grams, int cost) {}

        Builder(Week week) {
            this.week = week;
            fit = new Fit(week);
            int ingredients =
                    1
                            + Math.max(
                                    week.demands().stream()
                                            .mapToInt(Demand::ingredient)
                                            .max()
                                            .orElse(0),
                                    week.offers().stream()
                                            .flatMap(offer -> offer.ingredients().stream())
                                            .mapToInt(Integer::intValue)
                                            .max()
                                            .orElse(0));
            for (int i = 0; i < ingredients; i++) {
                offersOf.add(new ArrayList<>());
            }
            for (int i = 0; i < week.offers().size(); i++) {
                for (int ingredient : week.offers().get(i).ingredients()) {
                    offersOf.get(ingredient).add(i);
                }
            }
        }

        Builder build() {
            penalty = new long[week.demands().size()];
            int[] order =
                    IntStream.range(0, week.demands().size())
                            .boxed()
                            .sorted(
                                    Comparator.comparingInt(this::group)
                                            .thenComparingInt(
                                                    i -> week.demands().get(i).ingredient())
                                            .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray();
            int from = 0;
            while (from < order.length) {
                int to = from;
                while (to < order.length && group(order[to]) == group(order[from])) {
                    to++;
                }
                addGroup(order, from, to);
                from = to;
            }
            lineStart.add(demandOf.size());
            slotStart.add(supplierOf.size());
            arcStart.add(line.size());
            forgiveWhatNobodyCanServe();
            return this;
        }

        private void forgiveWhatNobodyCanServe() {
            boolean[] served = new boolean[penalty.length];
            for (int number : line.array()) {
                served[number] = true;
            }
            for (int number = 0; number < penalty.length; number++) {
                penalty[number] = served[number] ? penalty[number] : 0;
            }
        }

        private int group(int demand) {
            Demand one = week.demands().get(demand);
            return one.canteen() * DAYS + one.day();
        }

        private void addGroup(int[] order, int from, int to) {
            canteens.add(week.demands().get(order[from]).canteen());
            lineStart.add(demandOf.size());
            slotStart.add(supplierOf.size());
            List<Arc> arcs = new ArrayList<>();
            for (int i = from; i < to; i++) {
                arcsOf(order[i], arcs);
            }
            arcs.sort(Comparator.comparingInt(Arc::supplier)); // stable: lines stay in order
            int start = 0;
            while (start < arcs.size()) {
                int end = start;
                while (end < arcs.size()
                        && arcs.get(end).supplier() == arcs.get(start).supplier()) {
                    end++;
                }
                addSlot(arcs.subList(start, end));
                start = end;
            }
        }

        private void arcsOf(int demand, List<Arc> arcs) {
            int number = demandOf.size();
            demandOf.add(demand);
            for (int one : offersOf.get(week.demands().get(demand).ingredient())) {
                if (fit.fits(demand, one)) {
                    Arc arc =
                            new Arc(
                                    number,
                                    one,
                                    week.offers().get(one).supplier(),
                                    Math.toIntExact(fit.fen(demand, one)),
                                    Math.toIntExact(fit.grams(demand, one)),
                                    Math.toIntExact(fit.score(demand, one)));
                    penalty[number] = Math.max(penalty[number], PENALTY * arc.cost());
                    arcs.add(arc);
                }
            }
        }

        /**
         * A supplier whose dearest lines together stay below its least order cannot come at all.
         */
        private void addSlot(List<Arc> arcs) {
            long most = 0;
            int lastLine = -1;
            long dearest = 0;
            for (Arc arc : arcs) {
                if (arc.line() != lastLine) {
                    most += dearest;
                    dearest = 0;
                    lastLine = arc.line();
                }
                dearest = Math.max(dearest, arc.fen());
            }
            int supplier = arcs.getFirst().supplier();
            if (most + dearest < week.suppliers().get(supplier).minOrderFen()) {
                return;
            }
            supplierOf.add(supplier);
            arcStart.add(line.size());
            for (Arc arc : arcs) {
                line.add(arc.line());
                offer.add(arc.offer());
                fen.add(arc.fen());
                grams.add(arc.grams());
                cost.add(arc.cost());
            }
        }
    }
}
