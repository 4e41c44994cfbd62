package org.consumptionaid.load;

import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.marketplace.matching.Matching;
import org.consumptionaid.marketplace.matching.Plan;
import org.consumptionaid.marketplace.matching.Week;

/**
 * Suppliers for a town's day and for a city's week: how long, and how far from the best plan at
 * most.
 */
final class MatchingBenchmark implements Benchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double TOWN_SECONDS = 5;
    private static final double CITY_SECONDS = 120;
    private static final double GAP_PERCENT = 2;
    private static final double PERCENT = 100;

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public String description() {
        return "suppliers for a town's day and for a city's week, and the gap to a lower bound";
    }

    private record Solved(Plan plan, double seconds) {}

    @Override
    public List<Result> run(Settings settings) {
        List<Result> results = new ArrayList<>();
        results.addAll(
                measure(
                        "town 50 x 40 x 300",
                        CityWeek.of(settings.seed(), 50, 40, 1, 300),
                        settings.runs(),
                        TOWN_SECONDS));
        results.addAll(
                measure(
                        "city 800 x 60 x 5 x 5000",
                        CityWeek.of(settings.seed(), 800, 60, 5, 5_000),
                        settings.runs(),
                        CITY_SECONDS));
        return results;
    }

    private static List<Result> measure(String name, Week week, int runs, double seconds) {
        List<Solved> solved = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            solved.add(solve(week));
        }
        return List.of(
                Result.atMost(
                        name + ": time",
                        solved.stream().map(Solved::seconds).toList(),
                        seconds,
                        "s"),
                Result.atMost(
                        name + ": gap",
                        solved.stream().map(one -> one.plan().gap() * PERCENT).toList(),
                        GAP_PERCENT,
                        "%"),
                Result.counted(name + ": lines", week.demands().size()),
                Result.counted(name + ": unserved", solved.getFirst().plan().unserved()));
    }

    private static Solved solve(Week week) {
        long begin = System.nanoTime();
        Plan plan = Matching.solve(week, (_, _, _) -> {}, () -> false);
        return new Solved(plan, (System.nanoTime() - begin) / NANOS_PER_SECOND);
    }
}
