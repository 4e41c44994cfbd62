package org.consumptionaid.marketplace.bureau;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Before;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Choice;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Found;
import org.consumptionaid.marketplace.bureau.PlannedWeek.PlannedLine;
import org.consumptionaid.marketplace.bureau.PlannedWeek.School;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PlanStore {
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);
    private static final int LINES_AT_ONCE = 2_000;
    private static final String INSERT =
            """
            INSERT INTO week_plan (id, bureau_id, week_start, state, asked_by, asked_at)
            VALUES (:id, :bureau, :week, 'WAITING', :person, :now)
            """;
    private static final String LOCK_BUREAU =
            "SELECT pg_advisory_xact_lock(hashtextextended('week-plan' || :bureau, 0))";
    private static final String STATES =
            "SELECT DISTINCT state FROM week_plan WHERE bureau_id = :bureau AND week_start = :week";
    private static final String SUMMARY =
            """
            SELECT w.id, w.week_start, w.state, w.step::int AS step, w.steps::int AS steps, w.lines, w.unserved, w.fen,
                   w.gap_bp, p.display_name AS asked_by, w.asked_at, w.ended_at,
                   (SELECT count(DISTINCT r.organisation_id) FROM week_plan_line l JOIN product r ON r.id = l.product_id
                    WHERE l.plan_id = w.id) AS suppliers
            FROM week_plan w JOIN person p ON p.id = w.asked_by
            WHERE w.bureau_id = :bureau
            """;
    private static final String OF_WEEK =
            SUMMARY + " AND w.week_start = :week ORDER BY w.asked_at DESC LIMIT 50";
    private static final String ONE = SUMMARY + " AND w.id = :id";
    private static final String LINES =
            """
            SELECT l.number, l.school_id, o.name AS school_name, l.food_group, i.code AS ingredient,
                   i.name AS ingredient_name, i.name_en AS ingredient_name_en, l.day, l.grams, l.product_id,
                   p.name AS product_name, s.name AS supplier_name, p.unit, l.packages, l.fen, l.metres,
                   l.next_product AS next_product_id, n.name AS next_name, l.next_fen, c.name AS cheaper_name, l.cheaper_fen, l.cheaper_rule,
                   h.name AS change_name, l.change_rule, l.change_amount, l.chosen_for,
                   l.purchase_id IS NOT NULL AS ordered, l.refused
            FROM week_plan_line l
            JOIN organisation o ON o.id = l.school_id
            LEFT JOIN ingredient i ON i.code = l.ingredient
            LEFT JOIN product p ON p.id = l.product_id
            LEFT JOIN organisation s ON s.id = p.organisation_id
            LEFT JOIN product n ON n.id = l.next_product
            LEFT JOIN product c ON c.id = l.cheaper_product
            LEFT JOIN product h ON h.id = l.change_product
            WHERE l.plan_id = :id ORDER BY o.name, l.school_id, l.day, l.number LIMIT 5000
            """;
    private static final String LOCK =
            "SELECT id, bureau_id, week_start, asked_by FROM week_plan WHERE id = :id AND bureau_id = :bureau"
                    + " AND state = ANY(:states) FOR UPDATE";
    private static final String STOP = "UPDATE week_plan SET stop_asked = true WHERE id = :id";
    private static final String ACCEPT =
            """
            UPDATE week_plan SET state = 'ACCEPTED', accepted_by = :person, accepted_at = :now WHERE id = :id
            """;
    private static final String SCHOOLS_THAT_LEFT =
            """
            UPDATE week_plan_line l SET refused = 'school-left'
            FROM week_plan w
            WHERE w.id = :id AND l.plan_id = w.id AND l.product_id IS NOT NULL
              AND NOT EXISTS (SELECT FROM bureau_canteen c WHERE c.school_id = l.school_id AND c.bureau_id = w.bureau_id)
            """;
    private static final String TAKE =
            """
            UPDATE week_plan SET state = 'RUNNING', beat_at = :now WHERE id = (
                SELECT id FROM week_plan WHERE state = 'WAITING' OR (state = 'RUNNING' AND beat_at < :dead)
                ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, bureau_id, week_start, asked_by
            """;
    private static final String BEAT =
            """
            UPDATE week_plan SET beat_at = :now, step = :step, steps = :steps WHERE id = :id AND state = 'RUNNING'
            RETURNING stop_asked
            """;
    private static final String READY =
            """
            UPDATE week_plan SET state = 'READY', step = steps, lines = :lines, unserved = :unserved, fen = :fen,
                                 gap_bp = :gap, ended_at = :now WHERE id = :id AND state = 'RUNNING'
            """;
    private static final String FAIL =
            "UPDATE week_plan SET state = 'FAILED', ended_at = :now WHERE id = :id AND state = 'RUNNING'";
    private static final String SAVE =
            """
            INSERT INTO week_plan_line (plan_id, number, school_id, food_group, ingredient, day, grams, product_id, packages, fen, metres,
                                        next_product, next_fen, cheaper_product, cheaper_fen, cheaper_rule,
                                        change_product, change_rule, change_amount, chosen_for)
            SELECT :id, number, "schoolId", "foodGroup", ingredient, day, grams, "productId", packages, fen, metres, "nextProduct",
                   "nextFen", "cheaperProduct", "cheaperFen", "cheaperRule", "changeProduct", "changeRule", "changeAmount",
                   "chosenFor"
            FROM jsonb_to_recordset(:lines::jsonb) AS x (
                number int, "schoolId" uuid, "foodGroup" text, ingredient text, day date, grams bigint, "productId" uuid, packages bigint,
                fen bigint, metres bigint, "nextProduct" uuid, "nextFen" bigint, "cheaperProduct" uuid,
                "cheaperFen" bigint, "cheaperRule" text, "changeProduct" uuid, "changeRule" text,
                "changeAmount" bigint, "chosenFor" text)
            """;
    private static final String SCHOOLS =
            """
            SELECT c.school_id, o.county_code, d.longitude, d.latitude, c.fen_per_pupil_day,
                   c.suppliers_per_day::int AS suppliers_per_day
            FROM bureau_canteen c JOIN organisation o ON o.id = c.school_id JOIN division d ON d.code = o.county_code
            WHERE c.bureau_id = :bureau ORDER BY c.school_id LIMIT 2000
            """;
    // The nearest products of each need; of a city's province there are far too many. What a
    // season's certificate has left is counted as placing an order counts it: on the day it is
    // placed, and nothing outside the certified seasons.
    private static final String OFFERS =
            """
            WITH near AS MATERIALIZED (
                SELECT p.id, n.need, s.available, d.longitude, d.latitude,
                       row_number() OVER (PARTITION BY n.need ORDER BY
                           division_distance_metres(there.longitude, there.latitude, d.longitude, d.latitude) NULLS LAST,
                           p.id) AS place
                FROM product p
                JOIN stock s ON s.product_id = p.id AND s.available > 0
                JOIN category cat ON cat.code = p.category_code
                JOIN category top ON top.code = cat.path[1]
                CROSS JOIN LATERAL (
                    SELECT top.food_group AS need WHERE top.food_group = ANY(:needs)
                    UNION ALL
                    SELECT i.code FROM ingredient i
                    WHERE i.code = ANY(:needs) AND i.category_code = ANY(cat.path)
                      AND p.name LIKE ANY(i.patterns) AND NOT p.name LIKE ANY(i.others)) n
                JOIN division d ON d.code = p.county_code
                JOIN organisation home ON home.id = :bureau
                JOIN division there ON there.code = home.county_code
                LEFT JOIN delivery_area a ON a.organisation_id = p.organisation_id
                WHERE p.listed
                  AND (a.provinces IS NULL OR cardinality(a.provinces) = 0 OR there.province = ANY(a.provinces))),
            found AS (
                SELECT id, available, longitude, latitude, array_agg(need ORDER BY need) AS needs
                FROM near WHERE place <= :nearest GROUP BY id, available, longitude, latitude)
            SELECT p.id AS product_id, p.organisation_id, n.needs, p.net_weight_grams, p.price_fen, t.tiers,
                   least(n.available * p.net_weight_grams, coalesce(m.weekly_grams, 9000000000000),
                         coalesce(k.certified_grams - k.drawn_grams, c.grams, 0)) AS week_grams,
                   CASE WHEN p.season_from <= p.season_to THEN :month BETWEEN p.season_from AND p.season_to
                        ELSE :month >= p.season_from OR :month <= p.season_to END AS in_season,
                   (f.valid_until AT TIME ZONE 'Asia/Shanghai')::date - 1 AS certified_until,
                   p.county_code, n.longitude, n.latitude, m.radius_km, coalesce(m.least_order_fen, 0) AS least_order_fen,
                   coalesce(m.delivery_days, 127)::int AS delivery_days, coalesce(h.households, 0)::int AS households,
                   coalesce(w.refused_bp, 0)::int AS refused_bp
            FROM found n
            JOIN product p ON p.id = n.id
            CROSS JOIN LATERAL certificate_in_force(p.organisation_id, p.category_code, :now) f
            CROSS JOIN LATERAL price_tiers(p.id, 'SCHOOL', :now) t
            LEFT JOIN supply_terms m ON m.organisation_id = p.organisation_id
            LEFT JOIN season_capacity k ON k.organisation_id = p.organisation_id AND k.category_code = f.category_code
                                       AND :today BETWEEN k.season_from AND k.season_to
            LEFT JOIN LATERAL (
                SELECT max(s."amountHundredths" * s."gramsPerUnit" / 100) AS grams
                FROM certificate e CROSS JOIN LATERAL jsonb_to_recordset(e.seasons) AS s (
                    "from" date, "to" date, "amountHundredths" bigint, "gramsPerUnit" bigint)
                WHERE e.id = f.certificate_id AND :today BETWEEN s."from" AND s."to") c ON true
            LEFT JOIN LATERAL (
                SELECT count(DISTINCT b.household_id) AS households FROM benefit_claim b
                WHERE b.organisation_id = p.organisation_id) h ON true
            LEFT JOIN LATERAL (
                SELECT 10000 * sum(x.grams) FILTER (WHERE x.kind = 'REFUSED') / nullif(sum(x.grams), 0) AS refused_bp
                FROM (SELECT o.id FROM purchase_order o WHERE o.supplier_id = p.organisation_id
                      ORDER BY o.id DESC LIMIT 200) o
                JOIN line_weight x ON x.order_id = o.id AND x.kind IN ('ACCEPTED', 'REFUSED')) w ON true
            ORDER BY p.id LIMIT 10000
            """;
    private static final String CHOICES =
            """
            SELECT h.school_id, h.food_group, h.ingredient, h.day, h.product_id, h.reason
            FROM week_choice h JOIN bureau_canteen c USING (school_id)
            WHERE c.bureau_id = :bureau AND h.day >= :monday AND h.day < :monday + 7 LIMIT 20000
            """;
    private static final String BEFORE =
            """
            SELECT DISTINCT ON (l.school_id, need) l.school_id, coalesce(l.ingredient, l.food_group) AS need, p.organisation_id
            FROM week_plan_line l JOIN week_plan w ON w.id = l.plan_id JOIN product p ON p.id = l.product_id
            WHERE w.bureau_id = :bureau AND w.week_start = :monday - 7 AND w.state IN ('ACCEPTED', 'ORDERED')
            ORDER BY l.school_id, need, l.day DESC
            """;
    private static final String CHOOSE =
            """
            INSERT INTO week_choice (school_id, food_group, ingredient, day, product_id, reason, made_by, made_at)
            SELECT l.school_id, l.food_group, l.ingredient, l.day, :product, :reason, :person, :now
            FROM week_plan_line l
            WHERE l.plan_id = :id AND l.number = :number
              AND (:product::uuid IS NULL OR EXISTS (
                   SELECT FROM product p JOIN category c ON c.code = p.category_code JOIN category top ON top.code = c.path[1]
                   LEFT JOIN ingredient i ON i.code = l.ingredient
                   WHERE p.id = :product AND p.listed
                     AND CASE WHEN l.ingredient IS NULL THEN top.food_group = l.food_group
                              ELSE i.category_code = ANY(c.path) AND p.name LIKE ANY(i.patterns)
                                   AND NOT p.name LIKE ANY(i.others) END))
            ON CONFLICT (school_id, food_group, ingredient, day) DO UPDATE
            SET product_id = excluded.product_id, reason = excluded.reason, made_by = excluded.made_by,
                made_at = excluded.made_at
            """;
    private static final String LEAVE =
            """
            DELETE FROM week_choice h USING week_plan_line l
            WHERE l.plan_id = :id AND l.number = :number AND h.school_id = l.school_id
              AND h.food_group = l.food_group AND h.ingredient IS NOT DISTINCT FROM l.ingredient AND h.day = l.day
            """;
    private static final String TO_ORDER =
            """
            SELECT w.id AS plan_id, w.accepted_by, l.school_id, l.day, p.organisation_id AS supplier_id
            FROM (SELECT * FROM week_plan WHERE state = 'ACCEPTED' ORDER BY accepted_at LIMIT 1) w
            JOIN week_plan_line l ON l.plan_id = w.id
            JOIN product p ON p.id = l.product_id
            WHERE l.product_id IS NOT NULL AND l.purchase_id IS NULL AND l.refused = ''
            ORDER BY l.school_id, l.day, p.organisation_id LIMIT 1
            """;
    private static final String OF_TRIP =
            """
            l.plan_id = :id AND l.school_id = :school AND l.day = :day AND l.purchase_id IS NULL AND l.refused = ''
              AND p.id = l.product_id AND p.organisation_id = :supplier
            """;
    private static final String BASKET =
            "SELECT l.product_id, sum(l.packages)::bigint AS packages FROM week_plan_line l, product p WHERE "
                    + OF_TRIP
                    + " GROUP BY l.product_id ORDER BY min(l.number) LIMIT 200";
    private static final String ORDERED =
            "UPDATE week_plan_line l SET purchase_id = :purchase, refused = :refused FROM product p WHERE "
                    + OF_TRIP;
    private static final String ALL_ORDERED =
            """
            UPDATE week_plan w SET state = 'ORDERED', ended_at = :now
            WHERE w.state = 'ACCEPTED' AND NOT EXISTS (
                SELECT FROM week_plan_line l WHERE l.plan_id = w.id AND l.product_id IS NOT NULL AND l.purchase_id IS NULL
                                               AND l.refused = '')
            """;

    private static final int MOST_OFFERS = 10_000;

    private final DatabaseClient database;
    private final JsonMapper json;

    PlanStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What a cooperative brings a school on a day by an accepted plan, not ordered yet. */
    record Due(UUID planId, UUID acceptedBy, UUID schoolId, LocalDate day, UUID supplierId) {}

    /** So many packages of a product. */
    record Wanted(UUID productId, long packages) {}

    /** Nobody else begins or accepts a plan of the bureau now. */
    Mono<Void> lock(UUID bureauId) {
        return database.sql(LOCK_BUREAU).bind("bureau", bureauId.toString()).then();
    }

    Mono<List<PlanState>> states(UUID bureauId, LocalDate week) {
        return database.sql(STATES)
                .bind("bureau", bureauId)
                .bind("week", week)
                .map(row ->
                        PlanState.valueOf(Objects.requireNonNull(row.get("state", String.class))))
                .all()
                .collectList();
    }

    Mono<Void> insert(UUID id, UUID bureauId, LocalDate week, UUID personId, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("bureau", bureauId)
                .bind("week", week)
                .bind("person", personId)
                .bind("now", now)
                .then();
    }

    Mono<List<PlanSummary>> ofWeek(UUID bureauId, LocalDate week) {
        return database.sql(OF_WEEK)
                .bind("bureau", bureauId)
                .bind("week", week)
                .mapProperties(PlanSummary.class)
                .all()
                .collectList();
    }

    Mono<PlanSummary> find(UUID bureauId, UUID id) {
        return database.sql(ONE)
                .bind("bureau", bureauId)
                .bind("id", id)
                .mapProperties(PlanSummary.class)
                .one();
    }

    Mono<List<PlanLine>> lines(UUID id) {
        return database.sql(LINES).bind("id", id).mapProperties(PlanLine.class).all().collectList();
    }

    /** A plan of the bureau in one of the states, which nobody else changes now. */
    Mono<PlanJob> lock(UUID bureauId, UUID id, PlanState... states) {
        return database.sql(LOCK)
                .bind("id", id)
                .bind("bureau", bureauId)
                .bind("states", names(states))
                .mapProperties(PlanJob.class)
                .one();
    }

    private static String[] names(PlanState... states) {
        return List.of(states).stream().map(PlanState::name).toArray(String[]::new);
    }

    Mono<Void> stop(UUID id) {
        return database.sql(STOP).bind("id", id).then();
    }

    /** Lines of schools that the bureau no longer plans are not ordered. */
    Mono<Void> accept(UUID id, UUID personId, Instant now) {
        return database.sql(ACCEPT)
                .bind("id", id)
                .bind("person", personId)
                .bind("now", now)
                .then()
                .then(database.sql(SCHOOLS_THAT_LEFT).bind("id", id).then());
    }

    /** The next plan to be made, or one whose maker has died. */
    Mono<PlanJob> take(Instant now) {
        return database.sql(TAKE)
                .bind("now", now)
                .bind("dead", now.minus(DEAD_AFTER))
                .mapProperties(PlanJob.class)
                .one();
    }

    /** Says how far a plan is and answers whether it shall stop; nothing once it has ended. */
    Mono<Boolean> beat(UUID id, int step, int steps, Instant now) {
        return database.sql(BEAT)
                .bind("id", id)
                .bind("step", step)
                .bind("steps", steps)
                .bind("now", now)
                .mapValue(Boolean.class)
                .one();
    }

    /** Nothing where somebody else has finished the plan meanwhile. */
    Mono<Void> ready(
            UUID id, List<PlannedLine> lines, int unserved, long fen, int gapBp, Instant now) {
        return database.sql(READY)
                .bind("id", id)
                .bind("lines", lines.size())
                .bind("unserved", unserved)
                .bind("fen", fen)
                .bind("gap", gapBp)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(_ -> save(id, lines));
    }

    private Mono<Void> save(UUID id, List<PlannedLine> lines) {
        return Flux.fromIterable(lines)
                .buffer(LINES_AT_ONCE)
                .concatMap(some ->
                        database.sql(SAVE)
                                .bind("id", id)
                                .bind("lines", json.writeValueAsString(some))
                                .then())
                .then();
    }

    Mono<Void> fail(UUID id, Instant now) {
        return database.sql(FAIL).bind("id", id).bind("now", now).then();
    }

    Mono<List<School>> schools(UUID bureauId) {
        return database.sql(SCHOOLS)
                .bind("bureau", bureauId)
                .mapProperties(School.class)
                .all()
                .collectList();
    }

    /**
     * @param needs food groups and codes of ingredients
     */
    Mono<List<Found>> offers(UUID bureauId, LocalDate monday, Set<String> needs, Instant now) {
        return database.sql(OFFERS)
                .bind("needs", needs.toArray(String[]::new))
                .bind("nearest", Math.clamp(MOST_OFFERS / Math.max(1, needs.size()), 100, 600))
                .bind("bureau", bureauId)
                .bind("month", monday.getMonthValue())
                .bind("today", BusinessDay.of(now))
                .bind("now", now)
                .mapProperties(Found.class)
                .all()
                .collectList();
    }

    Mono<List<Choice>> choices(UUID bureauId, LocalDate monday) {
        return database.sql(CHOICES)
                .bind("bureau", bureauId)
                .bind("monday", monday)
                .mapProperties(Choice.class)
                .all()
                .collectList();
    }

    Mono<List<Before>> before(UUID bureauId, LocalDate monday) {
        return database.sql(BEFORE)
                .bind("bureau", bureauId)
                .bind("monday", monday)
                .mapProperties(Before.class)
                .all()
                .collectList();
    }

    /** False where the product cannot serve the line. */
    Mono<Boolean> choose(UUID id, int number, ChoiceForm form, UUID personId, Instant now) {
        GenericExecuteSpec spec =
                database.sql(CHOOSE)
                        .bind("id", id)
                        .bind("number", number)
                        .bind("reason", form.reason().strip())
                        .bind("person", personId)
                        .bind("now", now);
        return bind(spec, "product", form.productId()).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable UUID value) {
        return value == null ? spec.bindNull(name, UUID.class) : spec.bind(name, value);
    }

    Mono<Void> leave(UUID id, int number) {
        return database.sql(LEAVE).bind("id", id).bind("number", number).then();
    }

    Mono<Due> due() {
        return database.sql(TO_ORDER).mapProperties(Due.class).one();
    }

    Mono<List<Wanted>> basket(Due due) {
        return database.sql(BASKET)
                .bind("id", due.planId())
                .bind("school", due.schoolId())
                .bind("day", due.day())
                .bind("supplier", due.supplierId())
                .mapProperties(Wanted.class)
                .all()
                .collectList();
    }

    Mono<Void> ordered(Due due, @Nullable UUID purchaseId, String refused) {
        GenericExecuteSpec spec =
                database.sql(ORDERED)
                        .bind("id", due.planId())
                        .bind("school", due.schoolId())
                        .bind("day", due.day())
                        .bind("supplier", due.supplierId())
                        .bind("refused", refused);
        return bind(spec, "purchase", purchaseId).then();
    }

    Mono<Void> closeOrdered(Instant now) {
        return database.sql(ALL_ORDERED).bind("now", now).then();
    }
}
