package org.consumptionaid.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.consumptionaid.marketplace.matching.Canteen;
import org.consumptionaid.marketplace.matching.Demand;
import org.consumptionaid.marketplace.matching.Offer;
import org.consumptionaid.marketplace.matching.Place;
import org.consumptionaid.marketplace.matching.Preferences;
import org.consumptionaid.marketplace.matching.Supplier;
import org.consumptionaid.marketplace.matching.Week;

/**
 * A week of a city's canteens and the cooperatives around it.
 *
 * <p>An ingredient has its usual price and its grams per pupil; canteens have 200 to 1,050 pupils,
 * the mean of 500,000 pupils in 800 canteens. Prices differ by a quarter; a cooperative has five to
 * eleven offers. What the offers of an ingredient can bring together is one and a half to two and a
 * half times what is needed, so that the cheap and near ones run out; a canteen lets fourteen to
 * twenty-two suppliers come on a day.
 */
final class CityWeek {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final int LEAST_PUPILS = 200;
    private static final int MOST_PUPILS = 1_050;
    private static final long[] PACKAGES = {500, 1_000, 2_500, 5_000, 10_000, 25_000};

    private final SplittableRandom random;
    private final int ingredients;
    private final int days;
    private final List<Canteen> canteens = new ArrayList<>();
    private final List<Integer> pupils = new ArrayList<>();
    private final List<Supplier> suppliers = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final long[] fenPerKg;
    private final int[] gramsPerPupil;

    private CityWeek(long seed, int ingredients, int days) {
        random = new SplittableRandom(seed);
        this.ingredients = ingredients;
        this.days = days;
        fenPerKg = new long[ingredients];
        gramsPerPupil = new int[ingredients];
        for (int i = 0; i < ingredients; i++) {
            fenPerKg[i] = random.nextLong(300, 4_000);
            gramsPerPupil[i] = random.nextInt(5, 60);
        }
    }

    static Week of(long seed, int canteens, int ingredients, int days, int offers) {
        CityWeek city = new CityWeek(seed, ingredients, days);
        city.addCanteens(canteens);
        city.addDemands();
        city.addOffers(offers);
        return new Week(
                MONDAY,
                city.canteens,
                city.suppliers,
                city.offers,
                city.demands,
                Preferences.usual(),
                new HashMap<>());
    }

    private void addCanteens(int count) {
        for (int i = 0; i < count; i++) {
            pupils.add(random.nextInt(LEAST_PUPILS, MOST_PUPILS));
            canteens.add(new Canteen(place(0.4), budget(pupils.get(i)), random.nextInt(14, 23)));
        }
    }

    /** A fifth more than all its food costs at the usual prices. */
    private long budget(int eaters) {
        long fen = 0;
        for (int i = 0; i < ingredients; i++) {
            fen += (long) eaters * gramsPerPupil[i] * fenPerKg[i] / 1_000;
        }
        return fen * days * 6 / 5;
    }

    /**
     * Round a city in Yunnan; one county of a hundred square kilometres to each fifth of a degree.
     */
    private Place place(double degrees) {
        double east = 103.7 + random.nextDouble(-degrees, degrees);
        double north = 27.3 + random.nextDouble(-degrees, degrees);
        int county =
                530_600 + 1 + (int) ((east - 101) * 5) % 6 + 6 * ((int) ((north - 24) * 5) % 6);
        return new Place(Integer.toString(county), east, north);
    }

    private void addDemands() {
        for (int canteen = 0; canteen < canteens.size(); canteen++) {
            for (int ingredient = 0; ingredient < ingredients; ingredient++) {
                for (int day = 0; day < days; day++) {
                    long grams = (long) pupils.get(canteen) * gramsPerPupil[ingredient];
                    demands.add(new Demand(canteen, ingredient, day, grams, -1));
                }
            }
        }
    }

    private void addOffers(int count) {
        while (offers.size() < count) {
            int supplier = suppliers.size();
            suppliers.add(supplier());
            int first = random.nextInt(ingredients);
            int ofThis = Math.min(count - offers.size(), random.nextInt(5, 12));
            for (int i = 0; i < ofThis; i++) {
                offers.add(offer(supplier, (first + i * 7) % ingredients));
            }
        }
        for (int ingredient = 0; ingredient < ingredients; ingredient++) {
            shareOut(ingredient);
        }
    }

    /** What an offer gives of its ingredient is drawn first as a part of what all of them give. */
    private void shareOut(int ingredient) {
        long eaters = pupils.stream().mapToLong(Integer::longValue).sum();
        double wanted =
                (double) eaters * gramsPerPupil[ingredient] * days * random.nextDouble(1.5, 2.5);
        double parts =
                offers.stream()
                        .filter(one -> one.ingredients().contains(ingredient) && counts(one))
                        .mapToLong(Offer::weekGrams)
                        .sum();
        offers.replaceAll(one ->
                one.ingredients().contains(ingredient)
                        ? withGrams(one, Math.round(one.weekGrams() * wanted / parts))
                        : one);
    }

    private boolean counts(Offer one) {
        int thatDay = (one.deliveryDays() & (1 << days) - 1);
        return suppliers.get(one.supplier()).papers()
                && one.inSeason()
                && thatDay != 0
                && !one.certifiedUntil().isBefore(MONDAY.plusDays(days));
    }

    private static Offer withGrams(Offer one, long grams) {
        return new Offer(
                one.supplier(),
                one.ingredients(),
                one.packageGrams(),
                one.packageFen(),
                grams,
                one.deliveryDays(),
                one.inSeason(),
                one.certifiedUntil());
    }

    private Supplier supplier() {
        return new Supplier(
                place(1.1),
                random.nextInt(50) > 0,
                random.nextLong(120_000, 300_000),
                random.nextLong(5, 21) * 1_000,
                random.nextInt(10) > 0
                        ? Long.MAX_VALUE / 4
                        : random.nextLong(5_000_000, 50_000_000),
                random.nextInt(20, 600),
                random.nextInt(0, 1_000),
                random.nextInt(0, 500));
    }

    private Offer offer(int supplier, int ingredient) {
        long grams = packageOf(gramsPerPupil[ingredient]);
        long fen = fenPerKg[ingredient] * grams / 1_000 * random.nextLong(75, 126) / 100;
        return new Offer(
                supplier,
                Set.of(ingredient),
                grams,
                Math.max(1, fen),
                random.nextLong(100, 301),
                days(),
                random.nextInt(25) > 0,
                MONDAY.plusDays(random.nextLong(0, 40)));
    }

    /** Small enough that a small canteen does not buy a second one for a few grams. */
    private long packageOf(int gramsPerPupil) {
        long most = (long) gramsPerPupil * LEAST_PUPILS / 4;
        long grams = PACKAGES[random.nextInt(PACKAGES.length)];
        return Math.min(grams, Math.max(PACKAGES[0], most / PACKAGES[0] * PACKAGES[0]));
    }

    /** Three or all of the first five days. */
    private int days() {
        int all = 0b11111;
        int without = 0b11 << random.nextInt(4);
        return random.nextBoolean() ? all : all & ~without;
    }
}
