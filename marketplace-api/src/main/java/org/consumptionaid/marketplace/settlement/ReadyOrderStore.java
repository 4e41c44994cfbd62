package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.util.List;
import org.consumptionaid.marketplace.settlement.NewBatch.PayableOrder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The orders that are ready to be paid out. */
@Repository
class ReadyOrderStore {
    // Accepted, paid to the fen, out of its return window and in no batch that stands.
    private static final String READY =
            """
            FROM purchase_order o
            JOIN organisation s ON s.id = o.supplier_id
            LEFT JOIN organisation_account a ON a.organisation_id = o.supplier_id
            WHERE o.state = 'PAID' AND o.accepted_fen = o.paid_fen AND o.accepted_fen > 0
              AND (SELECT max(e.at) FROM order_event e WHERE e.order_id = o.id AND e.action = 'ACCEPT') < :acceptedBefore
              AND NOT EXISTS (SELECT FROM payout_order p WHERE p.order_id = o.id AND p.stands)
            """;
    private static final String PAYABLE =
            """
            SELECT s.id AS organisation_id, s.name AS organisation_name, a.bank_name, a.account_ending,
                   count(*) AS orders, sum(o.accepted_fen)::bigint AS amount_fen
            """
                    + READY
                    + " GROUP BY s.id, s.name, a.bank_name, a.account_ending ORDER BY s.name, s.id LIMIT 200";
    private static final String GATHER =
            """
            SELECT o.id AS order_id, o.number, s.id AS organisation_id, s.name AS organisation_name, a.bank_name,
                   a.account_sealed, a.account_ending, o.accepted_fen AS amount_fen
            """
                    + READY
                    + " AND a.organisation_id IS NOT NULL ORDER BY o.id LIMIT :limit";

    private final DatabaseClient database;

    ReadyOrderStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<PayableCooperative>> payable(Instant acceptedBefore) {
        return database.sql(PAYABLE)
                .bind("acceptedBefore", acceptedBefore)
                .mapProperties(PayableCooperative.class)
                .all()
                .collectList();
    }

    Mono<List<PayableOrder>> gather(Instant acceptedBefore, int limit) {
        return database.sql(GATHER)
                .bind("acceptedBefore", acceptedBefore)
                .bind("limit", limit)
                .mapProperties(PayableOrder.class)
                .all()
                .collectList();
    }
}
