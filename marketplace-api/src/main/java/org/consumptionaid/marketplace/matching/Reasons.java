package org.consumptionaid.marketplace.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says of a plan's lines why each has its supplier: what the next best would have cost, which rule
 * kept a cheaper one away, and for a line that nothing serves the smallest change that would help.
 *
 * <p>Each other offer is weighed against the plan as it is, with this one line moved.
 */
public final class Reasons {
    /** What a bureau can change by itself first, then what a cooperative can. */
    private static final List<Rule> CHANGEABLE =
            List.of(
                    Rule.FIXED,
                    Rule.SUPPLIERS_PER_DAY,
                    Rule.BUDGET,
                    Rule.LEAST_ORDER,
                    Rule.CAPACITY_TAKEN,
                    Rule.CAPACITY,
                    Rule.DELIVERY_DAY,
                    Rule.RADIUS);

    /** What else is lacking is worth knowing: a person can take back a word, or add to a budget. */
    private static final Set<Rule> PLAN_TOO = EnumSet.of(Rule.FIXED, Rule.BUDGET);

    private final Week week;
    private final Plan plan;
    private final Fit fit;
    private final long[] grams;
    private final long[] capFen;
    private final long[] budgetFen;
    private final Map<Integer, List<Integer>> offersOf = new HashMap<>();
    private final Map<Trip, Long> trips = new HashMap<>();
    private final Map<Visit, Integer> visits = new HashMap<>();

    private Reasons(Week week, Plan plan) {
        this.week = week;
        this.plan = plan;
        fit = new Fit(week);
        grams = new long[week.offers().size()];
        capFen = new long[week.suppliers().size()];
        budgetFen = new long[week.canteens().size()];
        for (int offer = 0; offer < week.offers().size(); offer++) {
            for (int ingredient : week.offers().get(offer).ingredients()) {
                offersOf.computeIfAbsent(ingredient, _ -> new ArrayList<>()).add(offer);
            }
        }
        IntStream.range(0, week.demands().size()).forEach(this::count);
    }

    private record Visit(int canteen, int day) {}

    private record Trip(int canteen, int day, int supplier) {}

    /**
     * An offer that does not serve a line.
     *
     * @param rule what keeps it away; {@link Rule#PREFERENCE} where nothing does
     * @param fen price at the door of what the line needs
     * @param score the price and what the bureau prefers
     */
    public record Other(int offer, Rule rule, long fen, long score) {}

    /**
     * The smallest change that would bring a line an offer.
     *
     * @param rule the one rule that keeps the offer away
     * @param amount what it lacks: fen of a budget or a least order, grams of a capacity, metres of
     *     a radius, 1 supplier, day or decision
     */
    public record Change(int offer, Rule rule, long amount) {}

    /**
     * Why a line is served as it is.
     *
     * @param offer {@link Week#NONE} where nothing serves it
     * @param next the best of those that could serve it instead
     * @param cheaper offers of a lower price that do not, cheapest first
     * @param change for a line that nothing serves
     */
    public record Reason(
            int offer,
            long fen,
            long score,
            Optional<Other> next,
            List<Other> cheaper,
            Optional<Change> change) {}

    /** Reasons for a plan of a week. */
    public static Reasons of(Week week, Plan plan) {
        return new Reasons(week, plan);
    }

    private void count(int demand) {
        int offer = plan.offerOf().get(demand);
        if (offer == Week.NONE) {
            return;
        }
        Demand line = week.demands().get(demand);
        int supplier = week.offers().get(offer).supplier();
        long fen = fit.fen(demand, offer);
        grams[offer] += fit.grams(demand, offer);
        capFen[supplier] += fen;
        budgetFen[line.canteen()] += fen;
        Long before = trips.put(trip(line, supplier), tripFen(line, supplier) + fen);
        if (before == null) {
            visits.merge(new Visit(line.canteen(), line.day()), 1, Integer::sum);
        }
    }

    private static Trip trip(Demand line, int supplier) {
        return new Trip(line.canteen(), line.day(), supplier);
    }

    private long tripFen(Demand line, int supplier) {
        return trips.getOrDefault(trip(line, supplier), 0L);
    }

    /** Why a demand's line is served as it is. */
    public Reason of(int demand) {
        int offer = plan.offerOf().get(demand);
        List<Other> others =
                offersOf.getOrDefault(week.demands().get(demand).ingredient(), List.of()).stream()
                        .filter(other -> other != offer)
                        .map(other -> other(demand, other))
                        .toList();
        boolean served = offer != Week.NONE;
        long fen = served ? fit.fen(demand, offer) : Long.MAX_VALUE;
        return new Reason(
                offer,
                served ? fen : 0,
                served ? fit.score(demand, offer) : 0,
                others.stream()
                        .filter(other -> other.rule() == Rule.PREFERENCE)
                        .min(Comparator.comparingLong(Other::score)),
                others.stream()
                        .filter(other -> other.fen() < fen)
                        .sorted(Comparator.comparingLong(Other::fen))
                        .toList(),
                served ? Optional.empty() : smallestChange(demand, others));
    }

    private Other other(int demand, int offer) {
        List<Lack> lacks = lacks(demand, offer);
        return new Other(
                offer,
                lacks.isEmpty() ? Rule.PREFERENCE : lacks.getFirst().rule(),
                fit.fen(demand, offer),
                fit.score(demand, offer));
    }

    private record Lack(Rule rule, long amount) {}

    private List<Lack> lacks(int demand, int offer) {
        List<Lack> lacks = new ArrayList<>();
        Optional<Rule> alone = fit.broken(demand, offer);
        alone.filter(rule -> rule != Rule.BUDGET)
                .ifPresent(rule -> lacks.add(alone(demand, offer, rule)));
        if (alone.isEmpty() || PLAN_TOO.contains(alone.orElseThrow())) {
            inPlan(demand, offer, lacks);
        }
        return lacks;
    }

    private Lack alone(int demand, int offer, Rule rule) {
        long amount =
                switch (rule) {
                    case RADIUS -> beyondRadius(demand, offer).orElse(Long.MAX_VALUE);
                    case CAPACITY ->
                            fit.grams(demand, offer) - week.offers().get(offer).weekGrams();
                    default -> 1;
                };
        return new Lack(rule, amount);
    }

    private OptionalLong beyondRadius(int demand, int offer) {
        int supplier = week.offers().get(offer).supplier();
        long road = fit.road(week.demands().get(demand).canteen(), supplier);
        return road < 0
                ? OptionalLong.empty()
                : OptionalLong.of(road - week.suppliers().get(supplier).radiusMetres());
    }

    /** What the plan with this line moved to the offer would lack. */
    private void inPlan(int demand, int offer, List<Lack> lacks) {
        Demand line = week.demands().get(demand);
        int supplier = week.offers().get(offer).supplier();
        int now = plan.offerOf().get(demand);
        long nowFen = now == Week.NONE ? 0 : fit.fen(demand, now);
        int nowSupplier = now == Week.NONE ? Week.NONE : week.offers().get(now).supplier();
        boolean same = nowSupplier == supplier;
        long fen = fit.fen(demand, offer);
        lack(
                lacks,
                Rule.CAPACITY_TAKEN,
                grams[offer] + fit.grams(demand, offer) - week.offers().get(offer).weekGrams());
        lack(
                lacks,
                Rule.HOUSEHOLD_CAP,
                capFen[supplier]
                        - (same ? nowFen : 0)
                        + fen
                        - week.suppliers().get(supplier).leftThisYearFen());
        lack(
                lacks,
                Rule.BUDGET,
                budgetFen[line.canteen()]
                        - nowFen
                        + fen
                        - week.canteens().get(line.canteen()).budgetFen());
        long left = now == Week.NONE ? 0 : tripFen(line, nowSupplier) - nowFen;
        boolean tripEnds = now != Week.NONE && !same && left == 0;
        boolean comes = trips.containsKey(trip(line, supplier));
        int come = visits.getOrDefault(new Visit(line.canteen(), line.day()), 0);
        lack(
                lacks,
                Rule.SUPPLIERS_PER_DAY,
                (long) come
                        - (tripEnds ? 1 : 0)
                        + (comes ? 0 : 1)
                        - week.canteens().get(line.canteen()).suppliersPerDay());
        long brought = tripFen(line, supplier) - (same ? nowFen : 0) + fen;
        lack(lacks, Rule.LEAST_ORDER, week.suppliers().get(supplier).minOrderFen() - brought);
        if (now != Week.NONE && !same && left > 0) {
            lack(lacks, Rule.LEAST_ORDER, week.suppliers().get(nowSupplier).minOrderFen() - left);
        }
    }

    private static void lack(List<Lack> lacks, Rule rule, long amount) {
        if (amount > 0) {
            lacks.add(new Lack(rule, amount));
        }
    }

    private Optional<Change> smallestChange(int demand, List<Other> others) {
        return others.stream()
                .flatMap(other -> {
                    List<Lack> lacks = lacks(demand, other.offer());
                    return lacks.size() == 1 && CHANGEABLE.contains(lacks.getFirst().rule())
                            ? Stream.of(
                                    new Change(
                                            other.offer(),
                                            lacks.getFirst().rule(),
                                            lacks.getFirst().amount()))
                            : Stream.empty();
                })
                .min(
                        Comparator.<Change>comparingInt(change -> CHANGEABLE.indexOf(change.rule()))
                                .thenComparingLong(Change::amount)
                                .thenComparingInt(Change::offer));
    }
}
