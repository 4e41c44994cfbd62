package org.consumptionaid.load;

import java.util.Comparator;
import java.util.List;

/** How good an answer is, from the judges' grades (0–3) of what it shows, best place first. */
final class Ranking {
    private static final int WANTED = 2;

    private Ranking() {}

    /**
     * Discounted gain of the first places over the best that could be had, gain 2^grade − 1.
     *
     * @param shown grades of what was answered, in its order
     * @param judged grades of everything that was judged for the query
     */
    static double ndcg(List<Integer> shown, List<Integer> judged, int places) {
        List<Integer> best = judged.stream().sorted(Comparator.reverseOrder()).toList();
        return gain(shown, places) / gain(best, places);
    }

    /** How much of what has grade 2 or 3 is in the first places, of at most so many. */
    static double recall(List<Integer> shown, List<Integer> judged, int places) {
        long wanted = Math.min(places, judged.stream().filter(grade -> grade >= WANTED).count());
        long had = shown.stream().limit(places).filter(grade -> grade >= WANTED).count();
        return wanted == 0 ? 1 : (double) had / wanted;
    }

    private static double gain(List<Integer> grades, int places) {
        double sum = 0;
        for (int i = 0; i < Math.min(places, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
        }
        return sum;
    }
}
