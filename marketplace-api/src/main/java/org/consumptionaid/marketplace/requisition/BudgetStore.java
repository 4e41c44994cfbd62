package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Budget lines, and what is promised of them. */
@Repository
class BudgetStore {
    private static final String KEEPS =
            "SELECT EXISTS (SELECT FROM budget_line WHERE unit_id = :unit AND fiscal_year = :year)";
    private static final String BELONGS =
            "SELECT EXISTS (SELECT FROM budget_line WHERE id = :id AND unit_id = :unit)";
    private static final String LOCK =
            """
            SELECT id FROM budget_line WHERE id = :id AND unit_id = :unit AND fiscal_year = :year FOR NO KEY UPDATE
            """;
    private static final String LOCK_OF_UNIT =
            "SELECT id FROM budget_line WHERE id = :id AND unit_id = :unit FOR NO KEY UPDATE";

    // A requisition counts until it is ordered; then its orders do, at what they cost.
    private static final String LINE =
            """
            SELECT b.id, b.fiscal_year::int, b.code, b.name, b.amount_fen,
                   coalesce((SELECT sum(r.total_fen) FROM requisition r
                             WHERE r.budget_line_id = b.id AND r.state IN ('SUBMITTED', 'APPROVED')), 0)::bigint
                       AS asked_fen,
                   coalesce((SELECT sum(coalesce(o.accepted_fen, o.total_fen)) FROM purchase_order o
                             WHERE o.budget_line_id = b.id AND o.state NOT IN ('CANCELLED', 'REJECTED')), 0)::bigint
                       AS ordered_fen
            FROM budget_line b
            """;
    private static final String FIND = LINE + " WHERE b.id = :id";
    private static final String ALL =
            LINE
                    + " WHERE b.unit_id = :unit AND b.fiscal_year >= :year ORDER BY b.fiscal_year, b.code LIMIT 200";
    private static final String INSERT =
            """
            INSERT INTO budget_line (id, unit_id, fiscal_year, code, name, amount_fen, made_by, made_at)
            VALUES (:id, :unit, :year, :code, :name, :amount, :by, :now)
            """;
    private static final String CHANGE =
            "UPDATE budget_line SET amount_fen = :amount WHERE id = :id";
    private static final String PAYS =
            "UPDATE purchase_order SET budget_line_id = :id WHERE purchase_id = :purchase";

    private final DatabaseClient database;

    BudgetStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the unit keeps budget lines in the year. */
    Mono<Boolean> keeps(UUID unit, int year) {
        return database.sql(KEEPS)
                .bind("unit", unit)
                .bind("year", year)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Boolean> belongs(UUID id, UUID unit) {
        return database.sql(BELONGS)
                .bind("id", id)
                .bind("unit", unit)
                .mapValue(Boolean.class)
                .one();
    }

    /** Nobody else promises anything of the line now; nothing if the unit has no such line. */
    Mono<UUID> lock(UUID id, UUID unit, int year) {
        return database.sql(LOCK)
                .bind("id", id)
                .bind("unit", unit)
                .bind("year", year)
                .mapValue(UUID.class)
                .one();
    }

    Mono<UUID> lock(UUID id, UUID unit) {
        return database.sql(LOCK_OF_UNIT)
                .bind("id", id)
                .bind("unit", unit)
                .mapValue(UUID.class)
                .one();
    }

    Mono<BudgetLineView> find(UUID id) {
        return database.sql(FIND).bind("id", id).mapProperties(BudgetLineView.class).one();
    }

    Mono<List<BudgetLineView>> all(UUID unit, int sinceYear) {
        return database.sql(ALL)
                .bind("unit", unit)
                .bind("year", sinceYear)
                .mapProperties(BudgetLineView.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(UUID id, UUID unit, BudgetForm form, UUID by, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("unit", unit)
                .bind("year", form.fiscalYear())
                .bind("code", form.code().strip())
                .bind("name", form.name().strip())
                .bind("amount", form.amountFen())
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    Mono<Void> change(UUID id, long amountFen) {
        return database.sql(CHANGE).bind("id", id).bind("amount", amountFen).then();
    }

    /** The line pays the orders of a purchase. */
    Mono<Void> pays(UUID id, UUID purchaseId) {
        return database.sql(PAYS).bind("id", id).bind("purchase", purchaseId).then();
    }
}
