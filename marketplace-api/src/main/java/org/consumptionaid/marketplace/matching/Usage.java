package org.consumptionaid.marketplace.matching;

/** What a choice takes of what is scarce; in parts where the choice is a mixture. */
final class Usage {
    private final double[] grams;
    private final double[] capFen;
    private final double[] budgetFen;

    Usage(double[] grams, double[] capFen, double[] budgetFen) {
        this.grams = grams;
        this.capFen = capFen;
        this.budgetFen = budgetFen;
    }

    double[] grams() {
        return grams;
    }

    double[] capFen() {
        return capFen;
    }

    double[] budgetFen() {
        return budgetFen;
    }

    static Usage none(Arcs arcs) {
        return new Usage(
                new double[arcs.weekGrams.length],
                new double[arcs.leftThisYearFen.length],
                new double[arcs.budgetFen.length]);
    }

    void add(Arcs arcs, int arc, int supplier, int canteen, double part) {
        grams[arcs.offer[arc]] += part * arcs.grams[arc];
        capFen[supplier] += part * arcs.fen[arc];
        budgetFen[canteen] += part * arcs.fen[arc];
    }

    void add(Usage other) {
        add(grams, other.grams);
        add(capFen, other.capFen);
        add(budgetFen, other.budgetFen);
    }

    private static void add(double[] to, double[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }
}
