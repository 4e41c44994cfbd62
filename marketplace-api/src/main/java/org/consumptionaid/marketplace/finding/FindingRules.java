package org.consumptionaid.marketplace.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When numbers are odd. All are silent below {@value #FEWEST_VALUES} values. */
final class FindingRules {
    static final int FEWEST_VALUES = 8;

    private static final long ROUND_GRAMS = 10_000;
    private static final int WHOLE = 10_000;

    private FindingRules() {}

    /** The share of weights that are whole tens of kilograms, in basis points. */
    static long roundShare(List<Long> grams) {
        return share(grams.stream().filter(weight -> weight % ROUND_GRAMS == 0).count(), grams);
    }

    /** The share of the most frequent value, in basis points. */
    static long repeatedShare(List<Long> values) {
        Map<Long, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return share(counts.values().stream().max(Long::compare).orElse(0L), values);
    }

    /**
     * Above which value one is an outlier: a step and a half of the quartiles above the upper one.
     * {@link Long#MAX_VALUE} if there are too few values or the quartiles are the same.
     */
    static long upperFence(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        if (sorted.size() < FEWEST_VALUES) {
            return Long.MAX_VALUE;
        }
        long lower = sorted.get((sorted.size() - 1) / 4);
        long upper = sorted.get((sorted.size() - 1) * 3 / 4);
        return upper == lower ? Long.MAX_VALUE : upper + (upper - lower) * 3 / 2;
    }

    private static long share(long count, List<Long> values) {
        return values.size() < FEWEST_VALUES ? 0 : count * WHOLE / values.size();
    }
}
