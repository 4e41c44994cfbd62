package org.consumptionaid.marketplace.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a search says. Values of a facet may repeat.
 *
 * @param q words, a weight, a grade, pinyin or initials
 * @param sort {@code relevance}, {@code price}, {@code distance}, {@code newest}
 * @param near the county that distances start from; if there is none, the caller's
 * @param explain whether each product says why it stands where it does
 */
record SearchParameters(
        @Nullable String q,
        @Nullable List<String> county,
        @Nullable List<String> province,
        @Nullable List<String> category,
        @Nullable List<String> certificate,
        @Nullable List<String> priceBand,
        @Nullable List<String> season,
        @Nullable List<String> delivery,
        @Nullable String sort,
        @Nullable String near,
        @Nullable Boolean explain,
        @Nullable String cursor) {

    private static final int MOST_CHOICES = 100;

    /** Refuses an unknown order, a place in the list that cannot be, and too many choices. */
    ProductQuery query(long lotOfToday) {
        Cursor after = Cursor.of(cursor);
        return new ProductQuery(
                q == null ? "" : q,
                chosen(),
                ProductSort.of(sort),
                null,
                after,
                after == null || after.isOfDatabase() ? lotOfToday : after.lot(),
                Boolean.TRUE.equals(explain));
    }

    private Map<Facet, List<String>> chosen() {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.all()) {
            List<String> keys = keys(facet);
            if (keys != null && keys.size() > MOST_CHOICES) {
                throw new SearchRefusal.TooManyChoices(MOST_CHOICES).asException();
            }
            chosen.put(facet, keys == null ? List.of() : keys);
        }
        return chosen;
    }

    private @Nullable List<String> keys(Facet facet) {
        return switch (facet) {
            case COUNTY -> county;
            case PROVINCE -> province;
            case CATEGORY -> category;
            case CERTIFICATE -> certificate;
            case PRICE_BAND -> priceBand;
            case SEASON -> season;
            case DELIVERY -> delivery;
        };
    }
}
