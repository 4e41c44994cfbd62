package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.kitchen.LotTrace.LotPlace;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Recalls and traces; a caller sees the lots it sold, bought or plans the meals of. */
@Repository
class RecallStore {
    /** The letter of recall numbers (Zhaohui). */
    private static final char LETTER = 'Z';

    private static final String MAY_SEE =
            """
            CASE :role
              WHEN 'OPERATOR' THEN true
              WHEN 'AUDITOR' THEN true
              WHEN 'COOPERATIVE' THEN o.supplier_id = :organisation
              WHEN 'EDUCATION_BUREAU' THEN EXISTS (
                   SELECT FROM bureau_canteen b WHERE b.school_id = o.buyer_id AND b.bureau_id = :organisation)
              ELSE o.buyer_id = :organisation END
            """;
    private static final String ALL =
            """
            SELECT r.id, r.number, r.product_id, p.name AS product_name, s.name AS supplier_name, r.shipped_from,
                   r.shipped_to, r.reason, r.opened_at, count(*) AS lots,
                   (SELECT a.answered_at FROM recall_answer a
                    WHERE a.recall_id = r.id AND a.organisation_id = :organisation) AS answered_at
            FROM recall r
            JOIN product p ON p.id = r.product_id
            JOIN organisation s ON s.id = p.organisation_id
            JOIN recall_lot x ON x.recall_id = r.id
            JOIN lot l ON l.id = x.lot_id
            JOIN purchase_order o ON o.id = l.order_id
            WHERE (:recall::uuid IS NULL OR r.id = :recall) AND
            """
                    + MAY_SEE
                    + " GROUP BY r.id, p.name, s.name ORDER BY r.id DESC LIMIT 200";
    private static final String PLACES =
            """
            SELECT l.number AS lot_number, b.name AS buyer_name, o.number AS order_number, l.shipped_at, l.grams,
                   a.grams AS accepted_grams, lot_left(l.id) AS left_grams, w.note AS answer, w.answered_at
            FROM lot l
            JOIN purchase_order o ON o.id = l.order_id
            JOIN organisation b ON b.id = o.buyer_id
            LEFT JOIN line_weight a ON a.order_id = l.order_id AND a.line = l.line AND a.shipment = l.shipment
                                   AND a.kind = 'ACCEPTED'
            LEFT JOIN recall_answer w ON w.recall_id = :recall AND w.organisation_id = o.buyer_id
            WHERE l.id = ANY(:lots) ORDER BY l.number LIMIT 10000
            """;
    private static final String MEALS =
            """
            SELECT m.id AS meal_id, u.id AS use_id, b.name AS buyer_name, m.day, d.name AS dish_name, d.name_en AS dish_name_en, m.servings,
                   l.number AS lot_number, u.grams, x.number AS sample_number, x.keep_until, x.disposed_at
            FROM meal_lot u
            JOIN lot l ON l.id = u.lot_id
            JOIN meal m ON m.id = u.meal_id
            JOIN organisation b ON b.id = m.organisation_id
            JOIN dish d ON d.code = m.dish_code
            LEFT JOIN retained_sample x ON x.meal_id = m.id
            WHERE u.lot_id = ANY(:lots) AND u.corrected_at IS NULL
            ORDER BY m.day, b.name, m.id, l.number, u.id, x.id LIMIT 50000
            """;
    private static final String LOTS_OF_RECALL =
            """
            SELECT l.id FROM recall_lot x JOIN lot l ON l.id = x.lot_id JOIN purchase_order o ON o.id = l.order_id
            WHERE x.recall_id = :recall AND
            """
                    + MAY_SEE;
    private static final String LOT_OF_NUMBER =
            """
            SELECT l.id FROM lot l JOIN purchase_order o ON o.id = l.order_id WHERE l.number = :number AND
            """
                    + MAY_SEE;
    private static final String NEXT = "SELECT nextval('recall_number') AS number";
    private static final String OPEN =
            """
            INSERT INTO recall (id, number, product_id, shipped_from, shipped_to, reason, opened_by, opened_at)
            SELECT :id, :number, p.id, :from, :to, :reason, :person, :now FROM product p
            WHERE p.id = :product AND (:owner::uuid IS NULL OR p.organisation_id = :owner)
            """;
    // Lots of one product on these business days.
    private static final String ADD_LOTS =
            """
            INSERT INTO recall_lot (recall_id, lot_id)
            SELECT :id, id FROM lot
            WHERE product_id = :product AND shipped_at >= :from::date::timestamp AT TIME ZONE 'Asia/Shanghai'
              AND shipped_at < (:to::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
            """;
    private static final String ANSWER =
            """
            INSERT INTO recall_answer (recall_id, organisation_id, note, answered_by, answered_at)
            SELECT :recall, :organisation, :note, :person, :now
            WHERE EXISTS (SELECT FROM recall_lot x JOIN lot l ON l.id = x.lot_id JOIN purchase_order o ON o.id = l.order_id
                          WHERE x.recall_id = :recall AND o.buyer_id = :organisation)
            ON CONFLICT (recall_id, organisation_id) DO NOTHING
            """;

    private final DatabaseClient database;

    RecallStore(DatabaseClient database) {
        this.database = database;
    }

    record MealRow(
            UUID mealId,
            UUID useId,
            String buyerName,
            LocalDate day,
            String dishName,
            String dishNameEn,
            int servings,
            String lotNumber,
            long grams,
            @Nullable String sampleNumber,
            @Nullable Instant keepUntil,
            @Nullable Instant disposedAt) {}

    Mono<List<RecallSummary>> all(Caller caller) {
        return seen(database.sql(ALL).bindNull("recall", UUID.class), caller)
                .mapProperties(RecallSummary.class)
                .all()
                .collectList();
    }

    Mono<RecallSummary> find(Caller caller, UUID recall) {
        return seen(database.sql(ALL).bind("recall", recall), caller)
                .mapProperties(RecallSummary.class)
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec seen(
            DatabaseClient.GenericExecuteSpec spec, Caller caller) {
        return spec.bind("role", caller.role().name())
                .bind("organisation", caller.organisationId());
    }

    Mono<List<UUID>> lots(Caller caller, UUID recall) {
        return seen(database.sql(LOTS_OF_RECALL).bind("recall", recall), caller)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    Mono<UUID> lot(Caller caller, String number) {
        return seen(database.sql(LOT_OF_NUMBER).bind("number", number), caller)
                .mapValue(UUID.class)
                .one();
    }

    /**
     * @param recall whose answers are wanted; none: nobody's
     */
    Mono<List<LotPlace>> places(List<UUID> lots, @Nullable UUID recall) {
        var spec = database.sql(PLACES).bind("lots", lots.toArray(UUID[]::new));
        return (recall == null ? spec.bindNull("recall", UUID.class) : spec.bind("recall", recall))
                .mapProperties(LotPlace.class)
                .all()
                .collectList();
    }

    Mono<List<MealRow>> meals(List<UUID> lots) {
        return database.sql(MEALS)
                .bind("lots", lots.toArray(UUID[]::new))
                .mapProperties(MealRow.class)
                .all()
                .collectList();
    }

    /** How many lots it covers; nothing if the product is not the caller's to recall. */
    Mono<Long> open(UUID id, Caller caller, RecallForm form, Instant now) {
        return database.sql(NEXT)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .one()
                .flatMap(number -> insert(id, CheckedNumber.of(LETTER, number), caller, form, now))
                .filter(rows -> rows > 0)
                .flatMap(_ ->
                        database.sql(ADD_LOTS)
                                .bind("id", id)
                                .bind("product", form.productId())
                                .bind("from", form.from())
                                .bind("to", form.to())
                                .fetch()
                                .rowsUpdated());
    }

    private Mono<Long> insert(UUID id, String number, Caller caller, RecallForm form, Instant now) {
        var spec =
                database.sql(OPEN)
                        .bind("id", id)
                        .bind("number", number)
                        .bind("product", form.productId())
                        .bind("from", form.from())
                        .bind("to", form.to())
                        .bind("reason", form.reason().strip())
                        .bind("person", caller.personId())
                        .bind("now", now);
        return (caller.role() == Role.COOPERATIVE
                        ? spec.bind("owner", caller.organisationId())
                        : spec.bindNull("owner", UUID.class))
                .fetch()
                .rowsUpdated();
    }

    /** Rows written: none if the caller has nothing of it or has answered. */
    Mono<Long> answer(UUID recall, Caller caller, String note, Instant now) {
        return database.sql(ANSWER)
                .bind("recall", recall)
                .bind("organisation", caller.organisationId())
                .bind("note", note)
                .bind("person", caller.personId())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
