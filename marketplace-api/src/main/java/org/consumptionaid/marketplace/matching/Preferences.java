package org.consumptionaid.marketplace.matching;

import java.util.List;

/**
 * What a bureau prefers, each as money: a plan's score is its price at the door plus these.
 *
 * @param perTonKmFen for each ton and kilometre of road
 * @param roadFactorBp road over great circle, in basis points
 * @param tierBp on the price, for the same county, the same prefecture, the same province and
 *     elsewhere
 * @param smallHouseholds up to so many households a cooperative counts as small
 * @param largeBp on the price of a cooperative that is not small
 * @param lateBp on the price, for each 100 % of late deliveries
 * @param refusedBp on the price, for each 100 % of refused weight
 * @param changeBp on the price of a supplier that is not last week's, where there was one
 * @param deliveryFen for each supplier that comes to a canteen on a day
 */
public record Preferences(
        long perTonKmFen,
        int roadFactorBp,
        List<Integer> tierBp,
        int smallHouseholds,
        int largeBp,
        int lateBp,
        int refusedBp,
        int changeBp,
        long deliveryFen) {
    static final long BASIS = 10_000;
    private static final long GRAM_METRES_PER_TON_KM = 1_000_000_000;

    /** Values that put the nearest first without paying more than a fifth for it. */
    public static Preferences usual() {
        return new Preferences(
                60, 13_000, List.of(0, 300, 800, 1_500), 200, 300, 2_000, 3_000, 200, 500);
    }

    long roadMetres(long greatCircle) {
        return greatCircle * roadFactorBp / BASIS;
    }

    /** What an offer's line counts for beyond its price. */
    long added(Supplier supplier, long metres, int tier, long grams, long fen, boolean changed) {
        long way = metres < 0 ? 0 : grams * metres * perTonKmFen / GRAM_METRES_PER_TON_KM;
        long onPrice =
                tierBp.get(tier)
                        + (supplier.households() > smallHouseholds ? largeBp : 0)
                        + supplier.lateBp() * (long) lateBp / BASIS
                        + supplier.refusedBp() * (long) refusedBp / BASIS
                        + (changed ? changeBp : 0);
        return way + fen * onPrice / BASIS;
    }
}
