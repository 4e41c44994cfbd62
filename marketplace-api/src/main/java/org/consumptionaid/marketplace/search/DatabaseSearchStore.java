package org.consumptionaid.marketplace.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.search.DatabaseSearch.Words;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class DatabaseSearchStore {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSearchStore.class);

    /** The demonstration catalogue takes a tenth of it; buyers wait for nothing longer. */
    private static final String COUNT_IN_TIME = "SET LOCAL statement_timeout = '100ms'";

    private static final String ON_SALE =
            """
            FROM product p
            JOIN division d ON d.code = p.county_code
            JOIN category k ON k.code = p.category_code
            JOIN stock s ON s.product_id = p.id
            LEFT JOIN delivery_area a ON a.organisation_id = p.organisation_id
            WHERE p.listed
              AND EXISTS (SELECT FROM certified_period c
                          WHERE c.organisation_id = p.organisation_id
                            AND c.category_code = ANY(k.path)
                            AND c.valid_from <= :now AND c.valid_until > :now)
            """;
    private static final String FROM_THE_BEGINNING = "true";
    private static final String AFTER = "(rank > :rank OR rank = :rank AND id < :after)";

    private static final String IN_PLACE =
            """
            p.county_code IN (SELECT code FROM division
                              WHERE starts_with(name, :place) OR starts_with(prefecture, :place)
                                 OR starts_with(province, :place))
            """;
    private static final String IN_CATEGORY =
            "k.path && ARRAY(SELECT code FROM category WHERE strpos(name_zh, :text) > 0)";
    static final String IN_SEASON =
            """
            CASE WHEN p.season_from <= p.season_to THEN :month BETWEEN p.season_from AND p.season_to
                 ELSE :month >= p.season_from OR :month <= p.season_to END
            """;

    private final DatabaseClient database;
    private final Transactions transactions;

    DatabaseSearchStore(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * A product that was found.
     *
     * @param rank its place in the chosen order, lowest first
     * @param document as the view {@code catalog_document} has it
     */
    record Row(UUID id, double rank, String document) {
        Cursor cursor() {
            return new Cursor(rank, id.toString(), Cursor.OF_DATABASE);
        }
    }

    record FacetCount(String facet, String key, long count) {}

    /** A statement's conditions and what they compare with. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition) {
            sql.append(" AND (").append(condition).append(')');
        }

        void bind(String name, Object value) {
            values.put(name, value);
        }
    }

    Mono<Long> count(ProductQuery query, Words words, Instant now, int month) {
        Conditions conditions = conditions(query, words, now, month);
        return bound("SELECT count(*) " + ON_SALE + conditions.sql, conditions)
                .mapValue(Long.class)
                .one();
    }

    /** One row more than a page if there is a next one. */
    Mono<List<Row>> page(ProductQuery query, Words words, Instant now, int month) {
        Conditions conditions = conditions(query, words, now, month);
        String rank = rank(query, words, conditions);
        String after = after(query, conditions);
        conditions.bind("limit", Page.SIZE + 1);
        return bound(page(rank, ON_SALE + conditions.sql, after), conditions)
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    /**
     * Exact counts of every facet, or nothing at all when that would take too long: a list without
     * counts is better than one that nobody waits for.
     */
    Mono<Map<Facet, List<Found.Count>>> counts(
            ProductQuery query, Words words, Instant now, int month) {
        Conditions conditions = found(words, now);
        chosen(query, month, conditions);
        conditions.bind("month", month);
        String sql = DatabaseFacets.sql(query, ON_SALE + found(words, now).sql);
        Mono<Map<Facet, List<Found.Count>>> counts =
                bound(sql, conditions)
                        .mapProperties(FacetCount.class)
                        .all()
                        .collectList()
                        .map(DatabaseSearchStore::byFacet);
        return transactions
                .run(database.sql(COUNT_IN_TIME).then().then(counts))
                .onErrorResume(DataAccessException.class, error -> uncounted(error));
    }

    private static Mono<Map<Facet, List<Found.Count>>> uncounted(DataAccessException error) {
        LOG.debug("facets are not counted: {}", error.toString());
        return Mono.just(Map.of());
    }

    private static Map<Facet, List<Found.Count>> byFacet(List<FacetCount> rows) {
        Map<Facet, List<Found.Count>> counts = new EnumMap<>(Facet.class);
        Facet.all().forEach(facet -> counts.put(facet, of(facet, rows)));
        return counts;
    }

    private static List<Found.Count> of(Facet facet, List<FacetCount> rows) {
        return rows.stream()
                .filter(row -> row.facet().equals(facet.name()))
                .map(row -> new Found.Count(row.key(), row.count()))
                .toList();
    }

    private static String page(String rank, String onSale, String after) {
        return """
        WITH found AS (
            SELECT p.id, %s AS rank %s
        ), page AS (
            SELECT id, rank FROM found WHERE %s ORDER BY rank, id DESC LIMIT :limit
        )
        SELECT page.id, page.rank, c.document::text AS document
        FROM page JOIN catalog_document c ON c.id = page.id ORDER BY page.rank, page.id DESC
        """
                .formatted(rank, onSale, after);
    }

    private GenericExecuteSpec bound(String sql, Conditions conditions) {
        return database.sql(sql).bindValues(conditions.values);
    }

    private static Conditions conditions(ProductQuery query, Words words, Instant now, int month) {
        Conditions conditions = found(words, now);
        query.chosen().forEach((facet, keys) -> conditions.and(choice(facet, keys)));
        chosen(query, month, conditions);
        return conditions;
    }

    /** What the words find, before any choice. */
    private static Conditions found(Words words, Instant now) {
        Conditions conditions = new Conditions();
        conditions.bind("now", now);
        if (!words.text().isEmpty()) {
            conditions.and(matching(words, conditions));
        }
        return conditions;
    }

    private static void chosen(ProductQuery query, int month, Conditions conditions) {
        query.chosen()
                .forEach((facet, keys) -> {
                    if (facet != Facet.PRICE_BAND) {
                        conditions.bind(facet.parameter(), keys.toArray(String[]::new));
                    }
                    if (facet == Facet.SEASON) {
                        conditions.bind("month", month);
                    }
                });
    }

    private static String matching(Words words, Conditions conditions) {
        List<String> any = new ArrayList<>();
        any.add(readAs("reading", words.readings(), conditions));
        any.add(IN_CATEGORY);
        conditions.bind("text", words.text());
        String place = words.place();
        if (place != null) {
            conditions.bind("place", place);
            any.add(
                    words.readingsElsewhere().isEmpty()
                            ? IN_PLACE
                            : "(%s) AND (%s)"
                                    .formatted(
                                            IN_PLACE,
                                            readAs(
                                                    "elsewhere",
                                                    words.readingsElsewhere(),
                                                    conditions)));
        }
        return any.stream().map("(%s)"::formatted).collect(Collectors.joining(" OR "));
    }

    private static String readAs(String name, List<String> readings, Conditions conditions) {
        List<String> any = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            any.add("spaced_reading(p.pinyin) LIKE :" + name + i);
            conditions.bind(name + i, "% " + escaped(readings.get(i)) + " %");
        }
        return String.join(" OR ", any);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String choice(Facet facet, List<String> keys) {
        return switch (facet) {
            case COUNTY -> "p.county_code = ANY(:county)";
            case PROVINCE -> "d.province = ANY(:province)";
            case CATEGORY -> "k.path && :category";
            case CERTIFICATE ->
                    "'SUPPLIER' = ANY(:certificate) OR 'PRODUCT' = ANY(:certificate)"
                            + " OR 'GEOGRAPHICAL_INDICATION' = ANY(:certificate)"
                            + " AND p.gi_certificate IS NOT NULL";
            case PRICE_BAND -> within(keys);
            case SEASON -> "'now' = ANY(:season) AND " + IN_SEASON;
            case DELIVERY ->
                    "coalesce(cardinality(a.provinces), 0) = 0 OR a.provinces && :delivery";
        };
    }

    /** Only figures of {@link PriceBand} come into the text. */
    private static String within(List<String> keys) {
        String any =
                keys.stream()
                        .flatMap(key -> PriceBand.of(key).stream())
                        .map(band -> {
                            String from =
                                    "p.price_fen * 1000 / p.net_weight_grams >= " + band.fromFen();
                            return band.belowFen() == null
                                    ? from
                                    : from
                                            + " AND p.price_fen * 1000 / p.net_weight_grams < "
                                            + band.belowFen();
                        })
                        .collect(Collectors.joining(" OR "));
        return any.isEmpty() ? "false" : "(" + any + ")";
    }

    private static String rank(ProductQuery query, Words words, Conditions conditions) {
        return switch (query.sort()) {
            case PRICE -> "(p.price_fen * 1000 / p.net_weight_grams)::float8";
            case NEWEST -> "0::float8";
            case DISTANCE -> {
                ProductQuery.Place near = Objects.requireNonNull(query.near());
                conditions.bind("longitude", near.longitude());
                conditions.bind("latitude", near.latitude());
                yield """
                coalesce(division_distance_metres(:longitude, :latitude, d.longitude, d.latitude), 1e9)::float8
                """;
            }
            case RELEVANCE ->
                    words.text().isEmpty()
                            ? "0::float8"
                            : "(CASE WHEN spaced_reading(p.pinyin) LIKE :reading0 THEN 0 ELSE 2 END"
                                    + " + CASE WHEN s.available > 0 THEN 0 ELSE 1 END)::float8";
        };
    }

    private static String after(ProductQuery query, Conditions conditions) {
        Cursor after = query.after();
        if (after == null) {
            return FROM_THE_BEGINNING;
        }
        conditions.bind("rank", after.rank());
        conditions.bind("after", UUID.fromString(after.id()));
        return AFTER;
    }
}
