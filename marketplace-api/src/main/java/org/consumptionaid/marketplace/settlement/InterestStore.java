package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Days on which orders were overdue, and the interest booked for them. */
@Repository
class InterestStore {
    // Orders that are overdue now, and those that were until money came lately. What was owed at
    // the
    // end of a day is what the ledger says, so that a day can be made up for exactly.
    private static final String DAYS_TO_BOOK =
            """
            WITH late AS (
                SELECT id FROM purchase_order
                WHERE state IN ('ACCEPTED', 'INVOICED') AND due_on < :yesterday
                UNION
                SELECT o.id FROM ledger_entry e JOIN purchase_order o ON o.id = e.subject_id
                WHERE e.kind = 'PAYMENT_RECEIVED' AND e.booked_at >= :since AND o.due_on < :yesterday),
            day AS (
                SELECT o.id, o.buyer_id, o.supplier_id, o.number, o.accepted_fen, d.day::date AS day
                FROM late JOIN purchase_order o ON o.id = late.id AND o.accepted_fen > 0
                CROSS JOIN generate_series(greatest(o.due_on + 1, :first), :yesterday, interval '1 day') AS d (day)),
            owed AS (
                SELECT day.*, day.accepted_fen - coalesce((
                           SELECT -sum(p.amount_fen) FROM ledger_entry e
                           JOIN ledger_posting p ON p.entry_id = e.id
                           JOIN ledger_account a ON a.id = p.account_id
                           WHERE e.subject_id = day.id AND a.code = 'payer/' || day.buyer_id || '/purchases'
                             AND e.booked_at < (day.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'), 0)::bigint AS principal_fen
                FROM day
                WHERE NOT EXISTS (SELECT FROM overdue_interest i WHERE i.order_id = day.id AND i.day = day.day))
            SELECT id AS order_id, number, buyer_id, supplier_id, day, principal_fen FROM owed
            WHERE principal_fen > 0 ORDER BY day, id LIMIT :limit
            """;
    private static final String INSERT =
            """
            INSERT INTO overdue_interest (order_id, day, principal_fen, rate_basis_points, fen, entry_id)
            VALUES (:order, :day, :principal, :rate, :fen, :entry)
            """;
    private static final String ACCRUED =
            """
            SELECT coalesce(sum(fen), 0)::bigint AS fen, count(*) AS days, max(rate_basis_points) AS rate_basis_points
            FROM overdue_interest WHERE order_id = :order
            """;

    private final DatabaseClient database;

    InterestStore(DatabaseClient database) {
        this.database = database;
    }

    /** A day on which an order was overdue, and what was owed when it ended. */
    record OverdueDay(
            UUID orderId,
            String number,
            UUID buyerId,
            UUID supplierId,
            LocalDate day,
            long principalFen) {}

    /** What has been booked for an order so far. */
    record Accrued(long fen, long days, @Nullable Long rateBasisPoints) {}

    /** Days not booked yet from the first to yesterday, the oldest first. */
    Mono<List<OverdueDay>> daysToBook(
            LocalDate first, LocalDate yesterday, Instant since, int limit) {
        return database.sql(DAYS_TO_BOOK)
                .bind("first", first)
                .bind("yesterday", yesterday)
                .bind("since", since)
                .bind("limit", limit)
                .mapProperties(OverdueDay.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(OverdueDay overdue, long rate, long fen, @Nullable UUID entryId) {
        DatabaseClient.GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("order", overdue.orderId())
                        .bind("day", overdue.day())
                        .bind("principal", overdue.principalFen())
                        .bind("rate", rate)
                        .bind("fen", fen);
        return (entryId == null ? spec.bindNull("entry", UUID.class) : spec.bind("entry", entryId))
                .then();
    }

    Mono<Accrued> accrued(UUID orderId) {
        return database.sql(ACCRUED).bind("order", orderId).mapProperties(Accrued.class).one();
    }
}
