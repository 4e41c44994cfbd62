package org.consumptionaid.marketplace.bureau;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class CanteenStore {
    private static final String ALL =
            """
            SELECT c.school_id, o.name, o.credit_code, d.name AS county_name, c.fen_per_pupil_day, c.suppliers_per_day,
                   coalesce((SELECT sum(h.pupils) FROM head_count h
                             WHERE h.organisation_id = c.school_id AND h.week_start = :week), 0)::bigint AS pupils,
                   coalesce(w.school_days, 5)::int AS school_days
            FROM bureau_canteen c
            JOIN organisation o ON o.id = c.school_id
            JOIN division d ON d.code = o.county_code
            LEFT JOIN school_week w ON w.organisation_id = c.school_id AND w.week_start = :week
            WHERE c.bureau_id = :bureau ORDER BY o.name, c.school_id LIMIT 2000
            """;
    private static final String SCHOOL =
            """
            SELECT s.id, s.county_code, b.county_code AS bureau_county FROM organisation s, organisation b
            WHERE s.kind = 'SCHOOL' AND s.credit_code = :code AND b.id = :bureau
            """;
    private static final String PUT =
            """
            INSERT INTO bureau_canteen AS c (school_id, bureau_id, fen_per_pupil_day, suppliers_per_day, changed_at)
            VALUES (:school, :bureau, :fen, :suppliers, :now)
            ON CONFLICT (school_id) DO UPDATE
            SET fen_per_pupil_day = excluded.fen_per_pupil_day, suppliers_per_day = excluded.suppliers_per_day,
                changed_at = excluded.changed_at
            WHERE c.bureau_id = excluded.bureau_id
            """;
    private static final String REMOVE =
            "DELETE FROM bureau_canteen WHERE school_id = :school AND bureau_id = :bureau";
    private static final String TERMS =
            """
            SELECT radius_km, least_order_fen, delivery_days, weekly_grams FROM supply_terms
            WHERE organisation_id = :organisation
            """;
    private static final String PUT_TERMS =
            """
            INSERT INTO supply_terms (organisation_id, radius_km, least_order_fen, delivery_days, weekly_grams)
            VALUES (:organisation, :radius, :least, :days, :grams)
            ON CONFLICT (organisation_id) DO UPDATE
            SET radius_km = excluded.radius_km, least_order_fen = excluded.least_order_fen,
                delivery_days = excluded.delivery_days, weekly_grams = excluded.weekly_grams
            """;

    private final DatabaseClient database;

    CanteenStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<CanteenView>> all(UUID bureauId, LocalDate week) {
        return database.sql(ALL)
                .bind("bureau", bureauId)
                .bind("week", week)
                .mapProperties(CanteenView.class)
                .all()
                .collectList();
    }

    /** A school, and where it and the bureau that asks are. */
    record Registered(UUID id, String countyCode, String bureauCounty) {}

    Mono<Registered> school(String creditCode, UUID bureauId) {
        return database.sql(SCHOOL)
                .bind("code", creditCode)
                .bind("bureau", bureauId)
                .mapProperties(Registered.class)
                .one();
    }

    /** False where another bureau has it. */
    Mono<Boolean> put(UUID bureauId, UUID schoolId, CanteenForm form, Instant now) {
        return database.sql(PUT)
                .bind("school", schoolId)
                .bind("bureau", bureauId)
                .bind("fen", form.fenPerPupilDay())
                .bind("suppliers", form.suppliersPerDay())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Long> remove(UUID bureauId, UUID schoolId) {
        return database.sql(REMOVE)
                .bind("school", schoolId)
                .bind("bureau", bureauId)
                .fetch()
                .rowsUpdated();
    }

    Mono<SupplyTermsView> terms(UUID organisationId) {
        return database.sql(TERMS)
                .bind("organisation", organisationId)
                .map(CanteenStore::termsOf)
                .one();
    }

    private static SupplyTermsView termsOf(Readable row) {
        int days = Objects.requireNonNull(row.get("delivery_days", Integer.class));
        return new SupplyTermsView(
                row.get("radius_km", Integer.class),
                Objects.requireNonNull(row.get("least_order_fen", Long.class)),
                SupplyTermsView.daysOf(days),
                row.get("weekly_grams", Long.class));
    }

    Mono<Void> put(UUID organisationId, SupplyTermsView terms) {
        GenericExecuteSpec spec =
                database.sql(PUT_TERMS)
                        .bind("organisation", organisationId)
                        .bind("least", terms.leastOrderFen())
                        .bind("days", terms.dayBits());
        spec =
                terms.radiusKm() == null
                        ? spec.bindNull("radius", Integer.class)
                        : spec.bind("radius", terms.radiusKm());
        spec =
                terms.weeklyGrams() == null
                        ? spec.bindNull("grams", Long.class)
                        : spec.bind("grams", terms.weeklyGrams());
        return spec.then();
    }
}
