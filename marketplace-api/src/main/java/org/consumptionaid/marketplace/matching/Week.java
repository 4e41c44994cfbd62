package org.consumptionaid.marketplace.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a bureau's canteens need in a week and who could bring it. Canteens, suppliers, offers and
 * demands are known by their place in these lists.
 *
 * @param fixed a person's word: the offer that serves a demand, -1 for none
 */
public record Week(
        LocalDate monday,
        List<Canteen> canteens,
        List<Supplier> suppliers,
        List<Offer> offers,
        List<Demand> demands,
        Preferences preferences,
        Map<Integer, Integer> fixed) {
    /** An offer on no line. */
    public static final int NONE = -1;

    /** Metres by road from a supplier to a canteen; -1 where one of the two has no coordinate. */
    public long roadMetres(int canteen, int supplier) {
        long direct = canteens.get(canteen).place().metresTo(suppliers.get(supplier).place());
        return direct < 0 ? -1 : preferences.roadMetres(direct);
    }
}
