package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class TraceStore {
    private static final String LOT =
            """
            SELECT l.number, ol.product_id, l.grams, l.shipped_at, ol.certificate_number, o.number AS order_number,
                   o.supplier_id, o.buyer_id, a.grams AS accepted_grams, a.at AS accepted_at, r.grams AS refused_grams
            FROM lot l
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            JOIN purchase_order o ON o.id = l.order_id
            LEFT JOIN line_weight a ON a.order_id = l.order_id AND a.line = l.line AND a.shipment = l.shipment
                                   AND a.kind = 'ACCEPTED'
            LEFT JOIN line_weight r ON r.order_id = l.order_id AND r.line = l.line AND r.shipment = l.shipment
                                   AND r.kind = 'REFUSED'
            WHERE l.id = :lot
            """;
    private static final String USES =
            """
            SELECT u.id, u.meal_id, m.day, m.dish_code, m.servings, u.grams, u.noted_at, u.corrected_at
            FROM meal_lot u JOIN meal m ON m.id = u.meal_id WHERE u.lot_id = :lot ORDER BY u.id LIMIT 10000
            """;
    private static final String SAMPLES =
            """
            SELECT DISTINCT x.number, x.meal_id, x.grams, x.taken_at, x.disposed_at
            FROM meal_lot u JOIN retained_sample x ON x.meal_id = u.meal_id
            WHERE u.lot_id = :lot AND u.corrected_at IS NULL ORDER BY x.number LIMIT 10000
            """;
    private static final String DISPOSALS =
            "SELECT id, grams, noted_at FROM lot_disposal WHERE lot_id = :lot ORDER BY id LIMIT 10000";

    private final DatabaseClient database;

    TraceStore(DatabaseClient database) {
        this.database = database;
    }

    record Lot(
            String number,
            UUID productId,
            long grams,
            Instant shippedAt,
            String certificateNumber,
            String orderNumber,
            UUID supplierId,
            UUID buyerId,
            @Nullable Long acceptedGrams,
            @Nullable Instant acceptedAt,
            @Nullable Long refusedGrams) {}

    record Use(
            UUID id,
            UUID mealId,
            LocalDate day,
            String dishCode,
            int servings,
            long grams,
            Instant notedAt,
            @Nullable Instant correctedAt) {}

    record Sample(
            String number, UUID mealId, int grams, Instant takenAt, @Nullable Instant disposedAt) {}

    record Disposal(UUID id, long grams, Instant notedAt) {}

    Mono<Lot> lot(UUID lot) {
        return database.sql(LOT).bind("lot", lot).mapProperties(Lot.class).one();
    }

    Mono<List<Use>> uses(UUID lot) {
        return database.sql(USES).bind("lot", lot).mapProperties(Use.class).all().collectList();
    }

    Mono<List<Sample>> samples(UUID lot) {
        return database.sql(SAMPLES)
                .bind("lot", lot)
                .mapProperties(Sample.class)
                .all()
                .collectList();
    }

    Mono<List<Disposal>> disposals(UUID lot) {
        return database.sql(DISPOSALS)
                .bind("lot", lot)
                .mapProperties(Disposal.class)
                .all()
                .collectList();
    }
}
