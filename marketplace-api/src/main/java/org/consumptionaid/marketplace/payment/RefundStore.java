package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.payment.RefundRules.Refundable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class RefundStore {
    // The newest first: what came too much came last.
    private static final String REFUNDABLE =
            """
            SELECT p.id, p.amount_fen - coalesce((
                       SELECT sum(r.amount_fen) FROM payment r WHERE r.refunds_id = p.id AND r.state <> 'FAILED'), 0)::bigint AS left_fen
            FROM payment p
            WHERE p.order_id = :order AND p.method = 'CARD' AND p.state = 'SUCCEEDED'
            ORDER BY p.id DESC LIMIT 100
            """;
    private static final String IS_ANY_OPEN =
            """
            SELECT EXISTS (SELECT FROM payment
                           WHERE order_id = :order AND method = 'CARD_REFUND' AND state IN ('PENDING', 'UNKNOWN')) AS open
            """;
    private static final String INSERT =
            """
            INSERT INTO payment (id, order_id, method, state, amount_fen, refunds_id, entry_id, created_at, updated_at)
            VALUES (:id, :order, 'CARD_REFUND', 'PENDING', :amount, :refunds, :entry, :now, :now)
            """;
    private static final String REFUND =
            """
            SELECT r.id, r.order_id, r.amount_fen, p.intent_id, r.entry_id, r.created_at
            FROM payment r JOIN payment p ON p.id = r.refunds_id
            WHERE r.id = :id AND r.method = 'CARD_REFUND'
            """;
    private static final String OPEN = REFUND + " AND r.state IN ('PENDING', 'UNKNOWN')";
    private static final String LOCK_OPEN = OPEN + " FOR UPDATE OF r";
    // A bank may send a refund back days after Stripe called it done.
    private static final String LOCK_STANDING =
            REFUND + " AND r.state IN ('PENDING', 'UNKNOWN', 'SUCCEEDED') FOR UPDATE OF r";
    private static final String SILENT =
            """
            SELECT id FROM payment
            WHERE method = 'CARD_REFUND' AND state IN ('PENDING', 'UNKNOWN') AND updated_at < :before
            ORDER BY updated_at LIMIT :limit
            """;

    private final DatabaseClient database;

    RefundStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether a refund of the order, or a part of one, has no outcome yet. */
    Mono<Boolean> isAnyOpen(UUID orderId) {
        return database.sql(IS_ANY_OPEN).bind("order", orderId).mapValue(Boolean.class).one();
    }

    /** The payments of an order through Stripe, newest first. */
    Mono<List<Refundable>> refundable(UUID orderId) {
        return database.sql(REFUNDABLE)
                .bind("order", orderId)
                .mapProperties(Refundable.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(
            UUID id, UUID orderId, UUID refunds, long amountFen, UUID entryId, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("order", orderId)
                .bind("amount", amountFen)
                .bind("refunds", refunds)
                .bind("entry", entryId)
                .bind("now", now)
                .then();
    }

    Mono<CardRefund> findOpen(UUID id) {
        return one(OPEN, id);
    }

    Mono<CardRefund> lockOpen(UUID id) {
        return one(LOCK_OPEN, id);
    }

    /** A refund that has not failed, as far as we know. */
    Mono<CardRefund> lockStanding(UUID id) {
        return one(LOCK_STANDING, id);
    }

    Mono<List<UUID>> silent(Instant before, int limit) {
        return database.sql(SILENT)
                .bind("before", before)
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private Mono<CardRefund> one(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapProperties(CardRefund.class).one();
    }
}
