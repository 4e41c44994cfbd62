package org.consumptionaid.marketplace.procurement;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ReserveStore {
    private static final String INSERT =
            """
            INSERT INTO reserve_filing (id, unit_id, fiscal_year, canteen, partner, food_budget_fen, share_basis_points,
                                        reserved_fen, late, person_id, filed_at)
            VALUES (:id, :unit, :year, :canteen, :partner, :budget, :share, :reserved, :late, :person, :now)
            """;
    private static final String FILINGS =
            """
            SELECT f.fiscal_year, f.canteen, f.partner, f.food_budget_fen, f.share_basis_points, f.reserved_fen, f.late,
                   p.display_name AS filed_by, f.filed_at
            FROM reserve_filing f JOIN person p ON p.id = f.person_id
            WHERE f.unit_id = :unit AND f.fiscal_year = :year ORDER BY f.id DESC LIMIT 50
            """;
    // Two filings of a unit wait for each other.
    private static final String LOCK_UNIT =
            "SELECT pg_advisory_xact_lock(hashtextextended('reserve ' || :unit, 0))";
    private static final String POSITION =
            """
            SELECT unit_id, fiscal_year, month, stage, fen FROM reserve_order WHERE order_id = :order FOR UPDATE
            """;
    private static final String MOVE =
            """
            INSERT INTO reserve_order AS r (order_id, unit_id, fiscal_year, month, stage, fen)
            VALUES (:order, :unit, :year, :month, :stage, :fen)
            ON CONFLICT (order_id) DO UPDATE SET unit_id = excluded.unit_id, stage = excluded.stage, fen = excluded.fen
            """;
    private static final String MONTHS =
            """
            SELECT fiscal_year, month, sum(fen)::bigint AS fen,
                   coalesce(sum(fen) FILTER (WHERE stage = 'COUNTED'), 0)::bigint AS counted_fen, count(*) AS orders
            FROM reserve_order
            WHERE unit_id = :unit AND fiscal_year IN (:year, :year - 1) AND stage <> 'NONE'
            GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 24
            """;
    private static final String SPENT =
            """
            SELECT coalesce(sum(fen), 0)::bigint AS fen FROM reserve_order WHERE unit_id = :unit AND fiscal_year = :year
            """;

    private final DatabaseClient database;

    ReserveStore(DatabaseClient database) {
        this.database = database;
    }

    /** Sums of a month of a year. */
    record MonthSum(int fiscalYear, int month, long fen, long countedFen, long orders) {}

    Mono<Void> lock(UUID unitId) {
        return database.sql(LOCK_UNIT).bind("unit", unitId.toString()).then();
    }

    Mono<Void> insert(
            UUID id, Caller caller, FilingForm form, long reservedFen, boolean late, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("unit", caller.organisationId())
                .bind("year", form.fiscalYear())
                .bind("canteen", form.canteen().name())
                .bind("partner", form.partnerOrNone())
                .bind("budget", form.foodBudgetFen())
                .bind("share", form.shareBasisPoints())
                .bind("reserved", reservedFen)
                .bind("late", late)
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }

    /** What a unit filed for a year, the one that holds first. */
    Mono<List<FilingView>> filings(UUID unitId, int year) {
        return database.sql(FILINGS)
                .bind("unit", unitId)
                .bind("year", year)
                .mapProperties(FilingView.class)
                .all()
                .collectList();
    }

    /** Committed, accepted or counted of a year. */
    Mono<Long> spent(UUID unitId, int year) {
        return database.sql(SPENT)
                .bind("unit", unitId)
                .bind("year", year)
                .mapValue(Long.class)
                .one();
    }

    /** This year's months and last year's. */
    Mono<List<MonthSum>> months(UUID unitId, int year) {
        return database.sql(MONTHS)
                .bind("unit", unitId)
                .bind("year", year)
                .mapProperties(MonthSum.class)
                .all()
                .collectList();
    }

    /** Where an order stands; nobody else moves it now. */
    Mono<Position> lockPosition(UUID orderId) {
        return database.sql(POSITION).bind("order", orderId).map(ReserveStore::position).one();
    }

    Mono<Void> move(UUID orderId, Position to) {
        return database.sql(MOVE)
                .bind("order", orderId)
                .bind("unit", to.unitId())
                .bind("year", to.fiscalYear())
                .bind("month", to.month())
                .bind("stage", to.stage().name())
                .bind("fen", to.fen())
                .then();
    }

    /** Where an order of a unit begins. */
    static Position begin(UUID unitId, Instant placedAt) {
        var day = BusinessDay.of(placedAt);
        return new Position(unitId, day.getYear(), day.getMonthValue(), Stage.NONE, 0);
    }

    private static Position position(Readable row) {
        return new Position(
                Objects.requireNonNull(row.get("unit_id", UUID.class)),
                Objects.requireNonNull(row.get("fiscal_year", Integer.class)),
                Objects.requireNonNull(row.get("month", Integer.class)),
                Stage.valueOf(Objects.requireNonNull(row.get("stage", String.class))),
                Objects.requireNonNull(row.get("fen", Long.class)));
    }
}
