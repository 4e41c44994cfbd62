package org.consumptionaid.load;

import java.util.List;
import java.util.Locale;

/**
 * One measured figure beside what it is held against.
 *
 * @param ours the median of our runs
 * @param limit the median of the limit measured in the same run, or the bound that was set
 * @param ratio ours divided by the limit
 * @param target what the ratio should be; empty if none was set
 * @param met whether it is
 */
record Result(
        String name,
        double ours,
        double limit,
        String unit,
        double ratio,
        String target,
        boolean met) {
    /** A figure that should stay below a bound that was set. */
    static Result atMost(String name, List<Double> runs, double bound, String unit) {
        double ours = median(runs);
        double ratio = ours / bound;
        return new Result(name, ours, bound, unit, ratio, "<= 1", ratio <= 1);
    }

    /** A figure that should reach a bound that was set. */
    static Result atLeast(String name, double ours, double bound, String unit) {
        double ratio = ours / bound;
        return new Result(name, ours, bound, unit, ratio, ">= 1", ratio >= 1);
    }

    /** What should reach at least this part of the limit measured beside it. */
    static Result ratioAtLeast(
            String name, List<Double> ours, List<Double> limits, double target, String unit) {
        double ratio = median(ours) / median(limits);
        String wanted = ">= " + target;
        return new Result(name, median(ours), median(limits), unit, ratio, wanted, ratio >= target);
    }

    /** What should take at most so many times the limit measured beside it. */
    static Result ratioAtMost(
            String name, List<Double> ours, List<Double> limits, double target, String unit) {
        double ratio = median(ours) / median(limits);
        String wanted = "<= " + target;
        return new Result(name, median(ours), median(limits), unit, ratio, wanted, ratio <= target);
    }

    /** A figure in per cent that is worth knowing and has no bound. */
    static Result shown(String name, double ours, String unit) {
        return new Result(name, ours, 100, unit, ours / 100, "", true);
    }

    /** A number that says what a run did. */
    static Result counted(String name, double ours) {
        return new Result(name, ours, ours, "", 1, "", true);
    }

    static double median(List<Double> runs) {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-36s %12.2f %12.2f %-7s %7.2f  %-7s %s",
                name,
                ours,
                limit,
                unit,
                ratio,
                target,
                verdict());
    }

    private String verdict() {
        if (target.isEmpty()) {
            return "";
        }
        return met ? "met" : "NOT MET";
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-36s %12s %12s %-7s %7s  %-7s %s",
                "name",
                "ours",
                "limit",
                "unit",
                "ratio",
                "target",
                "");
    }
}
