package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.kitchen.KitchenDay.SampleView;
import org.consumptionaid.marketplace.kitchen.KitchenDay.StockLot;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class KitchenStore {
    /** The letter of sample numbers (Yangpin). */
    private static final char LETTER = 'Y';

    private static final String MEALS =
            """
            SELECT m.id AS meal_id, coalesce(m.dish_code, x.dish_code) AS dish, d.name, d.name_en, m.servings
            FROM (SELECT * FROM meal WHERE organisation_id = :organisation AND day = :day) m
            FULL JOIN (SELECT * FROM menu_dish WHERE organisation_id = :organisation AND day = :day) x USING (dish_code)
            JOIN dish d ON d.code = dish_code
            ORDER BY x.sort NULLS LAST, m.id LIMIT 100
            """;
    private static final String USED =
            """
            SELECT u.meal_id, u.id AS use_id, l.number AS lot_number, ol.product_id, ol.name AS product_name,
                   s.name AS supplier_name, ol.county_name, u.grams, u.noted_at,
                   EXISTS (SELECT FROM recall_lot r WHERE r.lot_id = l.id) AS recalled
            FROM meal_lot u
            JOIN lot l ON l.id = u.lot_id
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            JOIN purchase_order o ON o.id = l.order_id
            JOIN organisation s ON s.id = o.supplier_id
            WHERE u.meal_id = ANY(:meals) AND u.corrected_at IS NULL ORDER BY u.id LIMIT 2000
            """;
    private static final String SAMPLES =
            """
            SELECT x.meal_id, x.id AS sample_id, x.number, x.grams, p.display_name AS taken_by, x.taken_at, x.keep_until,
                   x.disposed_at
            FROM retained_sample x JOIN person p ON p.id = x.taken_by
            WHERE x.meal_id = ANY(:meals) ORDER BY x.id LIMIT 1000
            """;
    private static final String STOCK =
            """
            SELECT l.number AS lot_number, ol.name AS product_name, s.name AS supplier_name, ol.county_name,
                   a.at AS received_at, x.grams AS left_grams,
                   EXISTS (SELECT FROM recall_lot r WHERE r.lot_id = l.id) AS recalled
            FROM purchase_order o
            JOIN lot l ON l.order_id = o.id
            JOIN line_weight a ON a.order_id = l.order_id AND a.line = l.line AND a.shipment = l.shipment
                              AND a.kind = 'ACCEPTED'
            CROSS JOIN LATERAL (SELECT lot_left(l.id) AS grams OFFSET 0) x
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            JOIN organisation s ON s.id = o.supplier_id
            WHERE o.buyer_id = :organisation AND a.at > :since AND x.grams > 0
            ORDER BY a.at DESC, l.number LIMIT 500
            """;
    private static final String CODE =
            "SELECT coalesce(credit_code, '') AS code FROM organisation WHERE id = :organisation";
    private static final String LOT =
            """
            SELECT l.id, l.number, l.order_id,
                   (SELECT min((r.opened_at AT TIME ZONE 'Asia/Shanghai')::date)
                    FROM recall_lot x JOIN recall r ON r.id = x.recall_id WHERE x.lot_id = l.id) AS recalled_on
            FROM lot l JOIN purchase_order o ON o.id = l.order_id
            WHERE l.number = :number AND o.buyer_id = :organisation
            """;
    private static final String LOCK =
            "SELECT id FROM purchase_order WHERE id = :order FOR NO KEY UPDATE";
    private static final String LEFT = "SELECT lot_left(:lot) AS grams";
    private static final String MEAL =
            """
            INSERT INTO meal (id, organisation_id, day, dish_code, servings, noted_by, noted_at)
            VALUES (:id, :organisation, :day, :dish, :servings, :person, :now)
            ON CONFLICT (organisation_id, day, dish_code) DO UPDATE
            SET servings = excluded.servings WHERE meal.servings = 0
            """;
    private static final String MEAL_OF_DAY =
            "SELECT id FROM meal WHERE organisation_id = :organisation AND day = :day AND dish_code = :dish";
    private static final String PUPILS =
            """
            SELECT coalesce(sum(h.pupils), 0)::int AS pupils FROM head_count h
            WHERE h.organisation_id = :organisation AND h.week_start = date_trunc('week', :day::date)::date
            """;
    private static final String DISH = "SELECT count(*) AS n FROM dish WHERE code = :dish";
    private static final String USE =
            """
            INSERT INTO meal_lot (id, meal_id, lot_id, grams, noted_by, noted_at)
            VALUES (:id, :meal, :lot, :grams, :person, :now)
            """;
    private static final String CORRECT =
            """
            UPDATE meal_lot u SET corrected_by = :person, corrected_at = :now
            FROM meal m WHERE u.id = :id AND m.id = u.meal_id AND m.organisation_id = :organisation
              AND u.corrected_at IS NULL
            RETURNING m.day
            """;
    private static final String USE_DAY =
            """
            SELECT m.day FROM meal_lot u JOIN meal m ON m.id = u.meal_id
            WHERE u.id = :id AND m.organisation_id = :organisation
            """;
    private static final String DISPOSE =
            """
            INSERT INTO lot_disposal (id, lot_id, grams, reason, noted_by, noted_at)
            VALUES (:id, :lot, :grams, :reason, :person, :now)
            """;
    private static final String NEXT_SAMPLE = "SELECT nextval('sample_number') AS number";
    private static final String SAMPLE =
            """
            INSERT INTO retained_sample (id, number, meal_id, grams, taken_by, taken_at, keep_until)
            VALUES (:id, :number, :meal, :grams, :person, :now, :until)
            """;
    private static final String SAMPLE_OF =
            """
            SELECT x.id, m.day, x.keep_until, x.disposed_at IS NOT NULL AS disposed
            FROM retained_sample x JOIN meal m ON m.id = x.meal_id
            WHERE x.id = :id AND m.organisation_id = :organisation FOR UPDATE OF x
            """;
    private static final String SAMPLE_DISPOSED =
            "UPDATE retained_sample SET disposed_by = :person, disposed_at = :now WHERE id = :id";

    private final DatabaseClient database;

    KitchenStore(DatabaseClient database) {
        this.database = database;
    }

    record MealRow(
            @Nullable UUID mealId,
            String dish,
            String name,
            String nameEn,
            @Nullable Integer servings) {}

    record UsedRow(
            UUID mealId,
            UUID useId,
            String lotNumber,
            UUID productId,
            String productName,
            String supplierName,
            String countyName,
            long grams,
            Instant notedAt,
            boolean recalled) {}

    record SampleRow(
            UUID mealId,
            UUID sampleId,
            String number,
            int grams,
            String takenBy,
            Instant takenAt,
            Instant keepUntil,
            @Nullable Instant disposedAt) {
        SampleView view() {
            return new SampleView(sampleId, number, grams, takenBy, takenAt, keepUntil, disposedAt);
        }
    }

    record ReceivedLot(UUID id, String number, UUID orderId, @Nullable LocalDate recalledOn) {
        /** What was eaten on the day of the recall or before can still be noted, and has to be. */
        boolean mayBeCookedOn(LocalDate day) {
            return recalledOn == null || !day.isAfter(recalledOn);
        }
    }

    record KeptSample(UUID id, LocalDate day, Instant keepUntil, boolean disposed) {}

    Mono<List<MealRow>> meals(UUID organisation, LocalDate day) {
        return database.sql(MEALS)
                .bind("organisation", organisation)
                .bind("day", day)
                .mapProperties(MealRow.class)
                .all()
                .collectList();
    }

    Mono<List<UsedRow>> used(List<UUID> meals) {
        return database.sql(USED)
                .bind("meals", meals.toArray(UUID[]::new))
                .mapProperties(UsedRow.class)
                .all()
                .collectList();
    }

    Mono<List<SampleRow>> samples(List<UUID> meals) {
        return database.sql(SAMPLES)
                .bind("meals", meals.toArray(UUID[]::new))
                .mapProperties(SampleRow.class)
                .all()
                .collectList();
    }

    Mono<List<StockLot>> stock(UUID organisation, Instant since) {
        return database.sql(STOCK)
                .bind("organisation", organisation)
                .bind("since", since)
                .mapProperties(StockLot.class)
                .all()
                .collectList();
    }

    Mono<String> schoolCode(UUID organisation) {
        return database.sql(CODE).bind("organisation", organisation).mapValue(String.class).one();
    }

    Mono<ReceivedLot> lot(UUID organisation, String number) {
        return database.sql(LOT)
                .bind("organisation", organisation)
                .bind("number", number)
                .mapProperties(ReceivedLot.class)
                .one();
    }

    /** Grams left of a lot, which nobody else uses now. */
    Mono<Long> lockLeft(ReceivedLot lot) {
        return database.sql(LOCK)
                .bind("order", lot.orderId())
                .mapValue(UUID.class)
                .one()
                .then(
                        Mono.defer(() ->
                                database.sql(LEFT)
                                        .bind("lot", lot.id())
                                        .mapValue(Long.class)
                                        .one()));
    }

    Mono<Integer> pupils(UUID organisation, LocalDate day) {
        return database.sql(PUPILS)
                .bind("organisation", organisation)
                .bind("day", day)
                .mapValue(Integer.class)
                .one();
    }

    Mono<Boolean> isDish(String dish) {
        return database.sql(DISH).bind("dish", dish).mapValue(Long.class).one().map(n -> n > 0);
    }

    /**
     * The meal's id; a new one's or the one that is there. Asked for in a statement of its own: one
     * that somebody else has just made is not seen by the statement that waited for it.
     */
    Mono<UUID> meal(
            UUID id,
            UUID organisation,
            LocalDate day,
            String dish,
            int servings,
            UUID person,
            Instant now) {
        return database.sql(MEAL)
                .bind("id", id)
                .bind("organisation", organisation)
                .bind("day", day)
                .bind("dish", dish)
                .bind("servings", servings)
                .bind("person", person)
                .bind("now", now)
                .then()
                .then(
                        database.sql(MEAL_OF_DAY)
                                .bind("organisation", organisation)
                                .bind("day", day)
                                .bind("dish", dish)
                                .mapValue(UUID.class)
                                .one());
    }

    Mono<Void> use(UUID id, UUID meal, UUID lot, long grams, UUID person, Instant now) {
        return database.sql(USE)
                .bind("id", id)
                .bind("meal", meal)
                .bind("lot", lot)
                .bind("grams", grams)
                .bind("person", person)
                .bind("now", now)
                .then();
    }

    Mono<LocalDate> useDay(UUID organisation, UUID id) {
        return database.sql(USE_DAY)
                .bind("organisation", organisation)
                .bind("id", id)
                .mapValue(LocalDate.class)
                .one();
    }

    /** The day of the meal; nothing if it was corrected before. */
    Mono<LocalDate> correct(UUID organisation, UUID id, UUID person, Instant now) {
        return database.sql(CORRECT)
                .bind("organisation", organisation)
                .bind("id", id)
                .bind("person", person)
                .bind("now", now)
                .mapValue(LocalDate.class)
                .one();
    }

    Mono<Void> dispose(UUID id, UUID lot, long grams, String reason, UUID person, Instant now) {
        return database.sql(DISPOSE)
                .bind("id", id)
                .bind("lot", lot)
                .bind("grams", grams)
                .bind("reason", reason)
                .bind("person", person)
                .bind("now", now)
                .then();
    }

    Mono<Void> sample(UUID id, UUID meal, int grams, UUID person, Instant now, Instant keepUntil) {
        return database.sql(NEXT_SAMPLE)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .one()
                .flatMap(number ->
                        database.sql(SAMPLE)
                                .bind("id", id)
                                .bind("number", CheckedNumber.of(LETTER, number))
                                .bind("meal", meal)
                                .bind("grams", grams)
                                .bind("person", person)
                                .bind("now", now)
                                .bind("until", keepUntil)
                                .then());
    }

    Mono<KeptSample> lockSample(UUID organisation, UUID id) {
        return database.sql(SAMPLE_OF)
                .bind("organisation", organisation)
                .bind("id", id)
                .mapProperties(KeptSample.class)
                .one();
    }

    Mono<Void> disposeSample(UUID id, UUID person, Instant now) {
        return database.sql(SAMPLE_DISPOSED)
                .bind("id", id)
                .bind("person", person)
                .bind("now", now)
                .then();
    }
}
