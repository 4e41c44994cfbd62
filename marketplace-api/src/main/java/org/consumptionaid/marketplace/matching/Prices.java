package org.consumptionaid.marketplace.matching;

/**
 * What the scarce things of a week cost, so that every group can decide alone: a gram of an offer,
 * a fen of a supplier's households' yearly cap, a fen of a canteen's budget. None is below 0.
 */
final class Prices {
    private final double[] perGram;
    private final double[] perCapFen;
    private final double[] perBudgetFen;

    Prices(double[] perGram, double[] perCapFen, double[] perBudgetFen) {
        this.perGram = perGram;
        this.perCapFen = perCapFen;
        this.perBudgetFen = perBudgetFen;
    }

    double[] perGram() {
        return perGram;
    }

    double[] perCapFen() {
        return perCapFen;
    }

    double[] perBudgetFen() {
        return perBudgetFen;
    }

    static Prices none(Arcs arcs) {
        return new Prices(
                new double[arcs.weekGrams.length],
                new double[arcs.leftThisYearFen.length],
                new double[arcs.budgetFen.length]);
    }

    /** What a fen of a supplier at a canteen costs beyond itself. */
    double perFen(int supplier, int canteen) {
        return perCapFen[supplier] + perBudgetFen[canteen];
    }

    /** An arc's score with what it takes of what is scarce. */
    double of(Arcs arcs, int arc, double perFen) {
        return arcs.cost[arc] + perGram[arcs.offer[arc]] * arcs.grams[arc] + perFen * arcs.fen[arc];
    }

    /** What all that is there would cost. */
    double ofAll(Arcs arcs) {
        return dot(perGram, arcs.weekGrams)
                + dot(perCapFen, arcs.leftThisYearFen)
                + dot(perBudgetFen, arcs.budgetFen);
    }

    private static double dot(double[] prices, long[] amounts) {
        double sum = 0;
        for (int i = 0; i < prices.length; i++) {
            sum += prices[i] * amounts[i];
        }
        return sum;
    }
}
