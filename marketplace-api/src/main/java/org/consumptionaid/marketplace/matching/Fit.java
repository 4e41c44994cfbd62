package org.consumptionaid.marketplace.matching;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the rules say of an offer and a line alone, before anything else is planned. */
final class Fit {
    /** Ten million yuan for one line: nobody's budget, and what an int holds with preferences. */
    private static final long MOST_FEN = 1_000_000_000;

    private final Week week;
    private final long[][] metres;

    Fit(Week week) {
        this.week = week;
        metres = new long[week.canteens().size()][];
    }

    /** The first rule that keeps the offer from the line; none if it may serve it. */
    Optional<Rule> broken(int demand, int offer) {
        return Optional.ofNullable(firstBroken(demand, offer));
    }

    boolean fits(int demand, int offer) {
        return firstBroken(demand, offer) == null;
    }

    private @Nullable Rule firstBroken(int demandIndex, int offerIndex) {
        Demand demand = week.demands().get(demandIndex);
        Offer offer = week.offers().get(offerIndex);
        Supplier supplier = week.suppliers().get(offer.supplier());
        Integer fixed = week.fixed().get(demandIndex);
        if (fixed != null && fixed != offerIndex) {
            return Rule.FIXED;
        }
        if (!supplier.papers()) {
            return Rule.PAPERS;
        }
        if (offer.certifiedUntil().isBefore(week.monday().plusDays(demand.day()))) {
            return Rule.CERTIFICATE;
        }
        if (!offer.inSeason()) {
            return Rule.SEASON;
        }
        if (!offer.delivers(demand.day())) {
            return Rule.DELIVERY_DAY;
        }
        long road = road(demand.canteen(), offer.supplier());
        if (road < 0 || road > supplier.radiusMetres()) {
            return Rule.RADIUS;
        }
        if (grams(demandIndex, offerIndex) > offer.weekGrams()) {
            return Rule.CAPACITY;
        }
        long fen = fen(demandIndex, offerIndex);
        return fen > MOST_FEN || fen > week.canteens().get(demand.canteen()).budgetFen()
                ? Rule.BUDGET
                : null;
    }

    /** Metres by road; -1 where one of the two has no coordinate. */
    long road(int canteen, int supplier) {
        long[] row = metres[canteen];
        if (row == null) {
            row = roads(canteen);
            metres[canteen] = row;
        }
        return row[supplier];
    }

    private long[] roads(int canteen) {
        return IntStream.range(0, week.suppliers().size())
                .mapToLong(supplier -> week.roadMetres(canteen, supplier))
                .toArray();
    }

    /** Price at the door of the packages that hold a line's grams. */
    long fen(int demand, int offer) {
        Offer one = week.offers().get(offer);
        return one.packages(week.demands().get(demand).grams()) * one.packageFen();
    }

    /** Grams in the packages that hold a line's grams. */
    long grams(int demand, int offer) {
        Offer one = week.offers().get(offer);
        return one.packages(week.demands().get(demand).grams()) * one.packageGrams();
    }

    /** Price at the door and what the bureau prefers. */
    long score(int demandIndex, int offerIndex) {
        Demand demand = week.demands().get(demandIndex);
        int supplierIndex = week.offers().get(offerIndex).supplier();
        Supplier supplier = week.suppliers().get(supplierIndex);
        long fen = fen(demandIndex, offerIndex);
        return fen
                + week.preferences()
                        .added(
                                supplier,
                                road(demand.canteen(), supplierIndex),
                                week.canteens()
                                        .get(demand.canteen())
                                        .place()
                                        .tier(supplier.place()),
                                grams(demandIndex, offerIndex),
                                fen,
                                demand.lastWeek() >= 0 && demand.lastWeek() != supplierIndex);
    }
}
