package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows are locked in the order of cooperative, category and season in every statement, so that
 * orders wait for each other and never lock each other out.
 */
@Repository
class SeasonCapacityStore {
    private static final String WANTED =
            """
            WITH wanted AS (
                SELECT w.*, f.certificate_id, f.category_code
                FROM jsonb_to_recordset(:takes::jsonb) AS w ("orderId" uuid, "organisationId" uuid, category text,
                                                             grams bigint)
                CROSS JOIN LATERAL certificate_in_force(w."organisationId", w.category, :now) f)
            """;
    // Only the first sale of a season, or the first under a renewed certificate, writes anything
    // here.
    private static final String BEGIN =
            WANTED
                    + """
                    INSERT INTO season_capacity AS k (organisation_id, category_code, season_from, season_to, certificate_id,
                                                      certified_grams)
                    SELECT DISTINCT w."organisationId", w.category_code, s."from", s."to", w.certificate_id,
                           s."amountHundredths" * s."gramsPerUnit" / 100
                    FROM wanted w
                    JOIN certificate c ON c.id = w.certificate_id
                    CROSS JOIN LATERAL jsonb_to_recordset(c.seasons) AS s (
                        "from" date, "to" date, "amountHundredths" bigint, "gramsPerUnit" bigint)
                    WHERE :today BETWEEN s."from" AND s."to"
                      AND NOT EXISTS (SELECT FROM season_capacity old
                                      WHERE old.organisation_id = w."organisationId" AND old.category_code = w.category_code
                                        AND old.season_from = s."from" AND old.season_to = s."to"
                                        AND old.certificate_id = w.certificate_id)
                    ORDER BY w."organisationId", w.category_code, s."from"
                    ON CONFLICT (organisation_id, category_code, season_from, season_to) DO UPDATE
                    SET certificate_id = excluded.certificate_id,
                        certified_grams = greatest(excluded.certified_grams, k.drawn_grams)
                    """;
    private static final String TAKE =
            WANTED
                    + """
                    , totals AS (
                        SELECT k.id, sum(w.grams)::bigint AS grams
                        FROM wanted w
                        JOIN season_capacity k ON k.organisation_id = w."organisationId" AND k.category_code = w.category_code
                                              AND :today BETWEEN k.season_from AND k.season_to
                        GROUP BY k.id),
                    locked AS MATERIALIZED (
                        SELECT k.id FROM season_capacity k JOIN totals t ON t.id = k.id
                        ORDER BY k.organisation_id, k.category_code, k.season_from FOR UPDATE OF k),
                    taken AS (
                        UPDATE season_capacity k SET drawn_grams = k.drawn_grams + t.grams
                        FROM totals t JOIN locked l ON l.id = t.id
                        WHERE k.id = t.id AND k.drawn_grams + t.grams <= k.certified_grams
                        RETURNING k.id, k.organisation_id, k.category_code),
                    noted AS (
                        INSERT INTO season_draw (capacity_id, order_id, grams, drawn_at)
                        SELECT t.id, w."orderId", sum(w.grams), :now
                        FROM wanted w JOIN taken t ON t.organisation_id = w."organisationId" AND t.category_code = w.category_code
                        GROUP BY t.id, w."orderId")
                    SELECT DISTINCT w."organisationId" AS organisation_id, w.category
                    FROM wanted w JOIN taken t ON t.organisation_id = w."organisationId" AND t.category_code = w.category_code
                    """;
    private static final String GIVE_BACK =
            """
            WITH returned AS (
                UPDATE season_draw SET returned_at = :now WHERE order_id = :order AND returned_at IS NULL
                RETURNING capacity_id, grams - given_back_grams AS grams),
            locked AS MATERIALIZED (
                SELECT k.id FROM season_capacity k JOIN returned r ON r.capacity_id = k.id
                ORDER BY k.organisation_id, k.category_code, k.season_from FOR UPDATE OF k)
            UPDATE season_capacity k SET drawn_grams = k.drawn_grams - r.grams
            FROM returned r JOIN locked l ON l.id = r.capacity_id
            WHERE k.id = r.capacity_id
            """;
    // A line drew on the nearest category above its own, of those the order has drawn on.
    private static final String GIVE_BACK_PART =
            """
            WITH part AS (
                SELECT d.capacity_id, sum(p.grams)::bigint AS grams
                FROM jsonb_to_recordset(:parts::jsonb) AS p (category text, grams bigint)
                JOIN category c ON c.code = p.category
                CROSS JOIN LATERAL (
                    SELECT w.capacity_id FROM season_draw w JOIN season_capacity k ON k.id = w.capacity_id
                    WHERE w.order_id = :order AND k.category_code = ANY(c.path)
                    ORDER BY array_position(c.path, k.category_code) DESC LIMIT 1) d
                GROUP BY d.capacity_id),
            noted AS (
                UPDATE season_draw w SET given_back_grams = w.given_back_grams + p.grams
                FROM part p WHERE w.order_id = :order AND w.capacity_id = p.capacity_id AND w.returned_at IS NULL
                RETURNING w.capacity_id, p.grams),
            locked AS MATERIALIZED (
                SELECT k.id FROM season_capacity k JOIN noted n ON n.capacity_id = k.id
                ORDER BY k.organisation_id, k.category_code, k.season_from FOR UPDATE OF k)
            UPDATE season_capacity k SET drawn_grams = k.drawn_grams - n.grams
            FROM noted n JOIN locked l ON l.id = n.capacity_id
            WHERE k.id = n.capacity_id
            """;
    private static final String LEFT =
            """
            SELECT c.name_zh AS category_name, coalesce((
                SELECT k.certified_grams - k.drawn_grams
                FROM certificate_in_force(:organisation, :category, :now) f
                JOIN season_capacity k ON k.organisation_id = :organisation AND k.category_code = f.category_code
                                      AND :today BETWEEN k.season_from AND k.season_to), 0) AS grams
            FROM category c WHERE c.code = :category
            """;

    // What a new certificate says holds from its first sale on, and so here before it.
    private static final String RUNNING =
            """
            SELECT p.category_code AS category, g.name_zh AS category_name, p.number AS certificate_number, s."from", s."to",
                   s.basis, s."amountHundredths" AS amount_hundredths, s."gramsPerUnit" AS grams_per_unit,
                   CASE WHEN k.certificate_id = p.id THEN k.certified_grams
                        ELSE greatest(s."amountHundredths" * s."gramsPerUnit" / 100, coalesce(k.drawn_grams, 0))
                   END AS certified_grams,
                   coalesce(k.drawn_grams, 0) AS drawn_grams
            FROM certificate p
            JOIN category g ON g.code = p.category_code
            CROSS JOIN LATERAL jsonb_to_recordset(p.seasons) AS s (
                "from" date, "to" date, basis text, "amountHundredths" bigint, "gramsPerUnit" bigint)
            LEFT JOIN season_capacity k ON k.organisation_id = p.organisation_id AND k.category_code = p.category_code
                                       AND k.season_from = s."from" AND k.season_to = s."to"
            WHERE :today BETWEEN s."from" AND s."to" AND p.id IN (%s)
            ORDER BY g.name_zh, s."from" LIMIT 200
            """;
    private static final String RUNNING_OF_CATEGORY =
            RUNNING.formatted(
                    "SELECT certificate_id FROM certificate_in_force(:organisation, :category, :now)");
    private static final String RUNNING_OF_ALL =
            RUNNING.formatted(
                    """
                    SELECT c.certificate_id FROM certified_period c
                    WHERE c.organisation_id = :organisation AND c.valid_from <= :now AND c.valid_until > :now
                    """);

    private final DatabaseClient database;
    private final JsonMapper json;

    SeasonCapacityStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Sees to it that the seasons of today have a row, with the figures of today's certificates.
     */
    Mono<Void> begin(List<SeasonTake> takes, Instant now) {
        return bind(BEGIN, takes, now).then();
    }

    /** Whatever there was enough of. */
    Mono<List<SeasonOfGoods>> take(List<SeasonTake> takes, Instant now) {
        return bind(TAKE, takes, now).mapProperties(SeasonOfGoods.class).all().collectList();
    }

    Mono<Void> giveBack(UUID orderId, Instant now) {
        return database.sql(GIVE_BACK).bind("order", orderId).bind("now", now).then();
    }

    Mono<Void> giveBack(UUID orderId, List<SeasonTake> parts) {
        return database.sql(GIVE_BACK_PART)
                .bind("order", orderId)
                .bind("parts", json.writeValueAsString(parts))
                .then();
    }

    Mono<SeasonLeft> left(SeasonOfGoods goods, Instant now) {
        return database.sql(LEFT)
                .bind("organisation", goods.organisationId())
                .bind("category", goods.category())
                .bind("now", now)
                .bind("today", BusinessDay.of(now))
                .mapProperties(SeasonLeft.class)
                .one();
    }

    Mono<List<RunningSeason>> running(UUID organisationId, String category, Instant now) {
        return seasons(
                database.sql(RUNNING_OF_CATEGORY).bind("category", category), organisationId, now);
    }

    Mono<List<RunningSeason>> running(UUID organisationId, Instant now) {
        return seasons(database.sql(RUNNING_OF_ALL), organisationId, now);
    }

    private static Mono<List<RunningSeason>> seasons(
            GenericExecuteSpec query, UUID organisationId, Instant now) {
        return query.bind("organisation", organisationId)
                .bind("now", now)
                .bind("today", BusinessDay.of(now))
                .mapProperties(RunningSeason.class)
                .all()
                .collectList();
    }

    private GenericExecuteSpec bind(String sql, List<SeasonTake> takes, Instant now) {
        return database.sql(sql)
                .bind("takes", json.writeValueAsString(takes))
                .bind("now", now)
                .bind("today", BusinessDay.of(now));
    }
}
