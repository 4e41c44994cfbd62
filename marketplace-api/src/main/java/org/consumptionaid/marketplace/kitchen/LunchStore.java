package org.consumptionaid.marketplace.kitchen;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class LunchStore {
    private static final String SCHOOL =
            """
            SELECT o.id, o.name, d.name AS county_name FROM organisation o JOIN division d ON d.code = o.county_code
            WHERE o.kind = 'SCHOOL' AND o.credit_code = :code
            """;
    private static final String DISHES =
            """
            SELECT coalesce(x.dish_code, m.dish_code) AS dish, m.servings,
                   EXISTS (SELECT FROM retained_sample r WHERE r.meal_id = m.id) AS sample_kept
            FROM (SELECT * FROM menu_dish WHERE organisation_id = :school AND day = :day) x
            FULL JOIN (SELECT * FROM meal WHERE organisation_id = :school AND day = :day) m USING (dish_code)
            ORDER BY x.sort NULLS LAST, m.id LIMIT 100
            """;
    private static final String ORIGINS =
            """
            SELECT m.dish_code AS dish, ol.name AS product_name, d.province, ol.county_name, s.name AS supplier_name,
                   ol.certificate_number, l.number AS lot_number, ol.price_fen * 1000 / ol.unit_grams AS fen_per_kg,
                   sum(u.grams)::bigint AS grams
            FROM meal m
            JOIN meal_lot u ON u.meal_id = m.id AND u.corrected_at IS NULL
            JOIN lot l ON l.id = u.lot_id
            JOIN order_line ol ON ol.order_id = l.order_id AND ol.line = l.line
            JOIN purchase_order o ON o.id = l.order_id
            JOIN organisation s ON s.id = o.supplier_id
            JOIN division d ON d.code = ol.county_code
            WHERE m.organisation_id = :school AND m.day = :day
            GROUP BY m.dish_code, ol.name, d.province, ol.county_name, s.name, ol.certificate_number, l.number, ol.price_fen,
                     ol.unit_grams
            ORDER BY l.number LIMIT 1000
            """;

    private final DatabaseClient database;

    LunchStore(DatabaseClient database) {
        this.database = database;
    }

    record School(UUID id, String name, String countyName) {}

    record DishRow(String dish, @Nullable Integer servings, boolean sampleKept) {}

    record OriginRow(
            String dish,
            String productName,
            String province,
            String countyName,
            String supplierName,
            String certificateNumber,
            String lotNumber,
            long fenPerKg,
            long grams) {}

    Mono<School> school(String code) {
        return database.sql(SCHOOL).bind("code", code).mapProperties(School.class).one();
    }

    Mono<List<DishRow>> dishes(UUID school, LocalDate day) {
        return database.sql(DISHES)
                .bind("school", school)
                .bind("day", day)
                .mapProperties(DishRow.class)
                .all()
                .collectList();
    }

    Mono<List<OriginRow>> origins(UUID school, LocalDate day) {
        return database.sql(ORIGINS)
                .bind("school", school)
                .bind("day", day)
                .mapProperties(OriginRow.class)
                .all()
                .collectList();
    }
}
