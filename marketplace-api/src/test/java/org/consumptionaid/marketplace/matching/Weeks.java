package org.consumptionaid.marketplace.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Random weeks in which every rule binds now and then, and what the rules say of a plan. */
final class Weeks {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private Weeks() {}

    static Week random(long seed, int canteens, int ingredients, int days, int offers) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 0; i < Math.max(2, offers / 3); i++) {
            suppliers.add(
                    new Supplier(
                            place(random, 1.0),
                            random.nextInt(12) > 0,
                            random.nextLong(60_000, 400_000),
                            random.nextLong(0, 6_000),
                            random.nextInt(4) == 0 ? random.nextLong(3_000, 40_000) : 100_000_000,
                            random.nextInt(20, 500),
                            random.nextInt(0, 2_000),
                            random.nextInt(0, 1_000)));
        }
        List<Offer> all = new ArrayList<>();
        for (int i = 0; i < offers; i++) {
            all.add(
                    new Offer(
                            random.nextInt(suppliers.size()),
                            ingredients(random, ingredients),
                            random.nextLong(1, 11) * 500,
                            random.nextLong(200, 3_000),
                            random.nextLong(2_000, 40_000),
                            random.nextInt(1, 128),
                            random.nextInt(12) > 0,
                            MONDAY.plusDays(random.nextLong(-1, 14))));
        }
        List<Canteen> homes = new ArrayList<>();
        for (int i = 0; i < canteens; i++) {
            homes.add(
                    new Canteen(
                            place(random, 0.4),
                            random.nextLong(5_000, 60_000),
                            random.nextInt(1, 4)));
        }
        List<Demand> demands = new ArrayList<>();
        for (int canteen = 0; canteen < canteens; canteen++) {
            for (int ingredient = 0; ingredient < ingredients; ingredient++) {
                for (int day = 0; day < days; day++) {
                    int last = random.nextInt(-1, suppliers.size());
                    demands.add(
                            new Demand(
                                    canteen, ingredient, day, random.nextLong(500, 12_000), last));
                }
            }
        }
        return new Week(
                MONDAY, homes, suppliers, all, demands, Preferences.usual(), new HashMap<>());
    }

    /** One in four serves a second one too, perhaps the same. */
    private static Set<Integer> ingredients(SplittableRandom random, int ingredients) {
        Set<Integer> served = new TreeSet<>();
        served.add(random.nextInt(ingredients));
        if (random.nextInt(4) == 0) {
            served.add(random.nextInt(ingredients));
        }
        return served;
    }

    private static Place place(SplittableRandom random, double degrees) {
        return new Place(
                Integer.toString(530_600 + random.nextInt(1, 9)),
                103.7 + random.nextDouble(-degrees, degrees),
                27.3 + random.nextDouble(-degrees, degrees));
    }

    /** Every rule a plan breaks, in words; written from the rules and not from the search. */
    static List<String> broken(Week week, List<Integer> offerOf) {
        List<String> broken = new ArrayList<>();
        Map<Integer, Long> grams = new HashMap<>();
        Map<Integer, Long> paid = new HashMap<>();
        Map<Integer, Long> spent = new HashMap<>();
        Map<List<Integer>, Long> trips = new HashMap<>();
        Map<List<Integer>, Set<Integer>> come = new HashMap<>();
        for (int i = 0; i < offerOf.size(); i++) {
            int number = offerOf.get(i);
            Integer fixed = week.fixed().get(i);
            if (fixed != null && fixed != number && number != Week.NONE) {
                broken.add(i + " was fixed");
            }
            if (number == Week.NONE) {
                continue;
            }
            Demand demand = week.demands().get(i);
            Offer offer = week.offers().get(number);
            Supplier supplier = week.suppliers().get(offer.supplier());
            Canteen canteen = week.canteens().get(demand.canteen());
            long packages = (demand.grams() + offer.packageGrams() - 1) / offer.packageGrams();
            if (!offer.ingredients().contains(demand.ingredient())) {
                broken.add(i + " gets something else");
            }
            if (!supplier.papers() || !offer.inSeason()) {
                broken.add(i + " papers or season");
            }
            if (MONDAY.plusDays(demand.day()).isAfter(offer.certifiedUntil())) {
                broken.add(i + " certificate");
            }
            if ((offer.deliveryDays() & 1 << demand.day()) == 0) {
                broken.add(i + " day");
            }
            long direct = canteen.place().metresTo(supplier.place());
            if (direct * 13 / 10 > supplier.radiusMetres()) {
                broken.add(i + " radius");
            }
            long fen = packages * offer.packageFen();
            grams.merge(number, packages * offer.packageGrams(), Long::sum);
            paid.merge(offer.supplier(), fen, Long::sum);
            spent.merge(demand.canteen(), fen, Long::sum);
            trips.merge(List.of(demand.canteen(), demand.day(), offer.supplier()), fen, Long::sum);
            come.computeIfAbsent(List.of(demand.canteen(), demand.day()), _ -> new HashSet<>())
                    .add(offer.supplier());
        }
        grams.forEach((offer, sum) -> {
            if (sum > week.offers().get(offer).weekGrams()) {
                broken.add("capacity of " + offer);
            }
        });
        paid.forEach((supplier, sum) -> {
            if (sum > week.suppliers().get(supplier).leftThisYearFen()) {
                broken.add("cap of " + supplier);
            }
        });
        spent.forEach((canteen, sum) -> {
            if (sum > week.canteens().get(canteen).budgetFen()) {
                broken.add("budget of " + canteen);
            }
        });
        trips.forEach((trip, sum) -> {
            if (sum < week.suppliers().get(trip.get(2)).minOrderFen()) {
                broken.add("least order of " + trip);
            }
        });
        come.forEach((visit, who) -> {
            if (who.size() > week.canteens().get(visit.get(0)).suppliersPerDay()) {
                broken.add("suppliers of " + visit);
            }
        });
        return broken;
    }
}
