package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.payment.CardEvents.News.OfDispute;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class DisputeStore {
    private static final String PAYMENT =
            """
            SELECT p.id, p.order_id, o.number FROM payment p JOIN purchase_order o ON o.id = p.order_id
            WHERE p.intent_id = :intent AND p.method = 'CARD'
            """;
    // A payment of which Stripe's name is not known yet may be the one that is disputed.
    private static final String IS_ANY_UNNAMED =
            """
            SELECT EXISTS (SELECT FROM payment
                           WHERE method = 'CARD' AND state IN ('PENDING', 'UNKNOWN') AND intent_id IS NULL) AS unnamed
            """;
    private static final String OPEN =
            """
            INSERT INTO dispute (id, payment_id, amount_fen, reason, state, due_at, opened_at)
            VALUES (:id, :payment, :amount, :reason, 'OPEN', :due, :now)
            ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at WHERE dispute.state = 'OPEN'
            """;
    private static final String LOCK =
            "SELECT state, entry_id FROM dispute WHERE id = :id FOR UPDATE";
    private static final String HELD = "UPDATE dispute SET entry_id = :entry WHERE id = :id";
    private static final String CLOSE =
            "UPDATE dispute SET state = :state, closed_at = :now WHERE id = :id";
    private static final String LIST =
            """
            SELECT d.id, p.order_id, o.number AS order_number, b.name AS buyer_name, d.amount_fen, d.reason, d.state, d.due_at,
                   d.opened_at, d.closed_at
            FROM dispute d
            JOIN payment p ON p.id = d.payment_id
            JOIN purchase_order o ON o.id = p.order_id
            JOIN organisation b ON b.id = o.buyer_id
            ORDER BY d.state <> 'OPEN', d.due_at, d.opened_at DESC LIMIT 200
            """;

    private final DatabaseClient database;

    DisputeStore(DatabaseClient database) {
        this.database = database;
    }

    /** The payment that is disputed. */
    record Disputed(UUID id, UUID orderId, String number) {}

    /** What is known of a dispute; nobody else changes it now. */
    record Locked(DisputeState state, @Nullable UUID entryId) {}

    Mono<Disputed> payment(String intentId) {
        return database.sql(PAYMENT).bind("intent", intentId).mapProperties(Disputed.class).one();
    }

    /** Whether there is a payment that Stripe has not named yet. */
    Mono<Boolean> isAnyUnnamed() {
        return database.sql(IS_ANY_UNNAMED)
                .map(row -> Boolean.TRUE.equals(row.get("unnamed", Boolean.class)))
                .one();
    }

    /** Writes it down if it is new, and until when evidence is taken now if it is open. */
    Mono<Void> open(OfDispute news, UUID paymentId, Instant now) {
        GenericExecuteSpec spec =
                database.sql(OPEN)
                        .bind("id", news.id())
                        .bind("payment", paymentId)
                        .bind("amount", news.amountFen())
                        .bind("reason", news.reason())
                        .bind("now", now);
        Instant due = news.dueAt();
        return (due == null ? spec.bindNull("due", Instant.class) : spec.bind("due", due)).then();
    }

    Mono<Locked> lock(String id) {
        return database.sql(LOCK).bind("id", id).mapProperties(Locked.class).one();
    }

    Mono<Void> held(String id, UUID entryId) {
        return database.sql(HELD).bind("id", id).bind("entry", entryId).then();
    }

    Mono<Void> close(String id, DisputeState state, Instant now) {
        return database.sql(CLOSE)
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now)
                .then();
    }

    Mono<List<DisputeView>> list() {
        return database.sql(LIST).mapProperties(DisputeView.class).all().collectList();
    }
}
