package org.consumptionaid.marketplace.matching;

/** What is left of what is scarce while lines are given to offers. */
final class Stock {
    private final Arcs arcs;
    private final long[] grams;
    private final long[] capFen;
    private final long[] budgetFen;

    Stock(Arcs arcs) {
        this.arcs = arcs;
        grams = arcs.weekGrams.clone();
        capFen = arcs.leftThisYearFen.clone();
        budgetFen = arcs.budgetFen.clone();
    }

    boolean has(int arc, int supplier, int canteen) {
        return grams[arcs.offer[arc]] >= arcs.grams[arc]
                && capFen[supplier] >= arcs.fen[arc]
                && budgetFen[canteen] >= arcs.fen[arc];
    }

    void take(int arc, int supplier, int canteen) {
        move(arc, supplier, canteen, -1);
    }

    void giveBack(int arc, int supplier, int canteen) {
        move(arc, supplier, canteen, 1);
    }

    private void move(int arc, int supplier, int canteen, int sign) {
        grams[arcs.offer[arc]] += sign * (long) arcs.grams[arc];
        capFen[supplier] += sign * (long) arcs.fen[arc];
        budgetFen[canteen] += sign * (long) arcs.fen[arc];
    }

    long gramsLeft(int offer) {
        return grams[offer];
    }

    long capLeft(int supplier) {
        return capFen[supplier];
    }

    long budgetLeft(int canteen) {
        return budgetFen[canteen];
    }
}
