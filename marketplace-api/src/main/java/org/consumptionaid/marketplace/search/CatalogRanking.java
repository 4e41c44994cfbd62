package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.marketplace.search.Reason.Kind;

/**
 * What comes first among products that match: in season, in stock, with a geographical indication.
 * Products without a certificate in force are not found at all.
 */
final class CatalogRanking {
    private static final double IN_SEASON = 1.3;
    private static final double IN_STOCK = 1.5;
    private static final double WITH_INDICATION = 1.1;

    /**
     * Scores that differ by less are equal: small differences come from the length of descriptions.
     * The lot decides between them, so that the same supplier is not first every day.
     */
    private static final double EQUAL_WITHIN = 0.03;

    private CatalogRanking() {}

    static Query ranked(Query matching, Instant now, int month, long lot) {
        Query sellable = Query.of(q -> q.bool(all -> all.filter(certified(now)).must(matching)));
        return byLot(preferring(sellable, month), lot);
    }

    /** What the ranking liked about a product. */
    static List<Reason> reasons(ProductDocument product, ProductSort sort, int month) {
        if (sort != ProductSort.RELEVANCE) {
            return List.of(Reason.of(Kind.valueOf(sort.name())));
        }
        List<Reason> reasons = new ArrayList<>();
        if (product.seasonMonths().contains(month)) {
            reasons.add(Reason.of(Kind.IN_SEASON));
        }
        if (product.available() > 0) {
            reasons.add(Reason.of(Kind.IN_STOCK));
        }
        if (product.giCertificate() != null) {
            reasons.add(Reason.of(Kind.GEOGRAPHICAL_INDICATION));
        }
        reasons.add(Reason.of(Kind.CERTIFIED));
        reasons.add(Reason.of(Kind.LOT));
        return reasons;
    }

    static Query certified(Instant now) {
        return Query.of(
                q -> q.term(t -> t.field("certified").value(FieldValue.of(now.toString()))));
    }

    private static Query preferring(Query sellable, int month) {
        Query inSeason =
                Query.of(q -> q.term(t -> t.field("seasonMonths").value(FieldValue.of(month))));
        Query inStock = Query.of(q -> q.range(r -> r.number(n -> n.field("available").gt(0.0))));
        Query indication = Query.of(q -> q.exists(e -> e.field("giCertificate")));
        return Query.of(q ->
                q.functionScore(score ->
                        score.query(sellable)
                                .functions(f -> f.filter(inSeason).weight(IN_SEASON))
                                .functions(f -> f.filter(inStock).weight(IN_STOCK))
                                .functions(f -> f.filter(indication).weight(WITH_INDICATION))
                                .boostMode(FunctionBoostMode.Multiply)));
    }

    /** Score × (1 … 1.03), by the product and the lot. */
    private static Query byLot(Query ranked, long lot) {
        return Query.of(q ->
                q.functionScore(score ->
                        score.query(ranked)
                                .functions(f ->
                                        f.filter(every -> every.matchAll(all -> all)).weight(1.0))
                                .functions(f ->
                                        f.randomScore(random ->
                                                        random.seed(Long.toString(lot)).field("id"))
                                                .weight(EQUAL_WITHIN))
                                .scoreMode(FunctionScoreMode.Sum)
                                .boostMode(FunctionBoostMode.Multiply)));
    }
}
