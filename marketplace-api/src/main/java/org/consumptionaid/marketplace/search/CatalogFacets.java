package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the index filters by facets and counts them. Each is counted under the other facets' choices,
 * not its own, so that choosing one value never hides its siblings.
 */
final class CatalogFacets {
    private static final int MOST_VALUES = 3_000;
    private static final String VALUES = "values";

    private final ProductQuery query;
    private final int month;

    /**
     * @param month in which a product must be in season to be in season now
     */
    CatalogFacets(ProductQuery query, int month) {
        this.query = query;
        this.month = month;
    }

    /** What was chosen, of all facets. */
    List<Query> choices() {
        return choices(Facet.all());
    }

    /** The counts, by the name of the facet. */
    Map<String, Aggregation> counting() {
        return Facet.all().stream()
                .collect(Collectors.toMap(Facet::parameter, this::counting, (one, _) -> one));
    }

    /** What {@link #counting()} counted. */
    static Map<Facet, List<Found.Count>> counts(Map<String, Aggregate> answer) {
        Map<Facet, List<Found.Count>> counts = new EnumMap<>(Facet.class);
        Facet.all().forEach(facet -> counts.put(facet, counts(facet, answer)));
        return counts;
    }

    private Aggregation counting(Facet facet) {
        List<Query> others = choices(Facet.allBut(facet));
        return Aggregation.of(count ->
                count.filter(all -> all.bool(both -> both.filter(others)))
                        .aggregations(VALUES, values(facet)));
    }

    private List<Query> choices(List<Facet> facets) {
        return facets.stream()
                .filter(facet -> !query.chosen(facet).isEmpty())
                .map(facet -> anyOf(facet, query.chosen(facet)))
                .toList();
    }

    private Query anyOf(Facet facet, List<String> keys) {
        return switch (facet) {
            case PRICE_BAND, SEASON -> anyOf(named(facet), keys);
            case DELIVERY -> terms(field(facet), with(Facet.EVERYWHERE, keys));
            default -> terms(field(facet), keys);
        };
    }

    private Aggregation values(Facet facet) {
        return switch (facet) {
            case PRICE_BAND, SEASON ->
                    Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(named(facet)))));
            default -> Aggregation.of(a -> a.terms(t -> t.field(field(facet)).size(MOST_VALUES)));
        };
    }

    private static String field(Facet facet) {
        return switch (facet) {
            case COUNTY -> "countyCode";
            case PROVINCE -> "province.keyword";
            case CATEGORY -> "categoryPath";
            case CERTIFICATE -> "certificateKinds";
            case PRICE_BAND -> "pricePerKgFen";
            case SEASON -> "seasonMonths";
            case DELIVERY -> "deliveryProvinces";
        };
    }

    /** The values of a facet that are no terms of a field. */
    private Map<String, Query> named(Facet facet) {
        if (facet == Facet.SEASON) {
            return Map.of(
                    Facet.NOW, Query.of(q -> q.term(t -> t.field(field(facet)).value(month))));
        }
        Map<String, Query> bands = new LinkedHashMap<>();
        PriceBand.ALL.forEach(band -> bands.put(band.key(), within(field(facet), band)));
        return bands;
    }

    private static Query within(String field, PriceBand band) {
        Long below = band.belowFen();
        return Query.of(q ->
                q.range(r ->
                        r.number(n ->
                                n.field(field)
                                        .gte((double) band.fromFen())
                                        .lt(below == null ? null : below.doubleValue()))));
    }

    /** A value that there is not is no choice at all: it finds nothing. */
    private static Query anyOf(Map<String, Query> named, List<String> keys) {
        List<Query> known =
                keys.stream().flatMap(key -> Stream.ofNullable(named.get(key))).toList();
        return known.isEmpty()
                ? Query.of(q -> q.matchNone(none -> none))
                : Query.of(q -> q.bool(b -> b.should(known).minimumShouldMatch("1")));
    }

    private static Query terms(String field, List<String> keys) {
        List<FieldValue> wanted = keys.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(any -> any.value(wanted))));
    }

    private static List<String> with(String one, List<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.add(one);
        return all;
    }

    private static List<Found.Count> counts(Facet facet, Map<String, Aggregate> answer) {
        Aggregate values =
                Objects.requireNonNull(
                        Objects.requireNonNull(answer.get(facet.parameter()))
                                .filter()
                                .aggregations()
                                .get(VALUES));
        return values.isSterms()
                ? values.sterms().buckets().array().stream()
                        .map(bucket ->
                                new Found.Count(bucket.key().stringValue(), bucket.docCount()))
                        .toList()
                : values.filters().buckets().keyed().entrySet().stream()
                        .filter(bucket -> bucket.getValue().docCount() > 0)
                        .map(bucket ->
                                new Found.Count(bucket.getKey(), bucket.getValue().docCount()))
                        .toList();
    }
}
