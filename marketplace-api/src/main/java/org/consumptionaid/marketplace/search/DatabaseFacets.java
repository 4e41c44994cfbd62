package org.consumptionaid.marketplace.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the database counts facets, as {@link CatalogFacets} does in the index: one statement that
 * looks at each product once, and counts each facet under the other facets' choices.
 */
final class DatabaseFacets {
    private DatabaseFacets() {}

    /**
     * Rows of facet, key and count, most frequent first.
     *
     * @param onSale the FROM and the WHERE of what the words find, before any choice
     */
    static String sql(ProductQuery query, String onSale) {
        String counts =
                Facet.all().stream()
                        .map(DatabaseFacets::count)
                        .collect(Collectors.joining(" UNION ALL "));
        return """
        WITH found AS MATERIALIZED (
            SELECT p.county_code, d.province, k.path, p.gi_certificate, a.provinces,
                   (%s) AS in_season, p.price_fen * 1000 / p.net_weight_grams AS price_per_kg, %s
            %s
        )
        %s ORDER BY facet, count DESC, key
        """
                .formatted(DatabaseSearchStore.IN_SEASON, choices(query), onSale, counts);
    }

    private static String count(Facet facet) {
        return """
        SELECT '%s' AS facet, key, count(*) AS count FROM found, %s AS key WHERE key IS NOT NULL AND %s GROUP BY key
        """
                .formatted(facet.name(), keys(facet), others(facet));
    }

    /** Whether a product is among what was chosen of each facet. */
    private static String choices(ProductQuery query) {
        Map<Facet, String> choices = new LinkedHashMap<>();
        Facet.all().forEach(facet -> choices.put(facet, "true"));
        query.chosen()
                .forEach((facet, keys) ->
                        choices.put(facet, DatabaseSearchStore.choice(facet, keys)));
        return choices.entrySet().stream()
                .map(choice -> "(%s) AS %s".formatted(choice.getValue(), column(choice.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String others(Facet one) {
        return Facet.allBut(one).stream()
                .map(DatabaseFacets::column)
                .collect(Collectors.joining(" AND "));
    }

    private static String column(Facet facet) {
        return "chosen_" + facet.name();
    }

    /** The values of a product, as rows. */
    private static String keys(Facet facet) {
        return switch (facet) {
            case COUNTY -> one("county_code");
            case PROVINCE -> one("province");
            case CATEGORY -> "unnest(path)";
            case CERTIFICATE ->
                    "unnest(ARRAY['SUPPLIER', 'PRODUCT', CASE WHEN gi_certificate IS NOT NULL"
                            + " THEN 'GEOGRAPHICAL_INDICATION' END])";
            case PRICE_BAND -> one(bands());
            case SEASON -> one("CASE WHEN in_season THEN '" + Facet.NOW + "' END");
            case DELIVERY ->
                    "unnest(CASE WHEN coalesce(cardinality(provinces), 0) = 0 THEN ARRAY['%s'] ELSE provinces END)"
                            .formatted(Facet.EVERYWHERE);
        };
    }

    private static String one(String value) {
        return "unnest(ARRAY[" + value + "])";
    }

    private static String bands() {
        return PriceBand.ALL.reversed().stream()
                .map(band ->
                        "WHEN price_per_kg >= %d THEN '%s'".formatted(band.fromFen(), band.key()))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }
}
