package org.consumptionaid.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PaymentStore {
    private static final String INSERT =
            """
            INSERT INTO payment (id, order_id, method, state, amount_fen, payer_name, bank_reference, payment_method,
                                 bank_line_id, created_at, updated_at)
            VALUES (:id, :order, :method, :state, :amount, :payer, :reference, :paymentMethod, :line, :now, :now)
            """;
    private static final String IS_ON_A_STATEMENT =
            "SELECT EXISTS (SELECT FROM bank_line WHERE reference = :reference) AS found";
    private static final String BOOKED = "UPDATE payment SET entry_id = :entry WHERE id = :id";
    private static final String ADOPT =
            """
            UPDATE payment SET bank_line_id = :line
            WHERE method = 'REMITTANCE' AND state = 'SUCCEEDED' AND bank_line_id IS NULL AND entry_id IS NOT NULL
              AND bank_reference = :reference AND amount_fen = :amount
            """;
    private static final String LOCK_OF_LINE =
            """
            SELECT id, order_id, amount_fen, entry_id FROM payment
            WHERE bank_line_id = :line AND state = 'SUCCEEDED' ORDER BY order_id LIMIT 200 FOR UPDATE
            """;
    private static final String VIEW =
            """
            SELECT id, method, state, amount_fen, payer_name, bank_reference, payment_method, action_kind, action_url, reason,
                   created_at AS at
            FROM payment
            """;
    private static final String FIND = VIEW + "WHERE id = :id";
    private static final String OF_ORDER = VIEW + "WHERE order_id = :order ORDER BY id LIMIT 200";
    private static final String OPEN_CARD =
            """
            SELECT id, order_id, amount_fen, payment_method, intent_id, created_at FROM payment
            WHERE id = :id AND method = 'CARD' AND state IN ('PENDING', 'UNKNOWN')
            """;
    private static final String LOCK_OPEN_CARD = OPEN_CARD + "FOR UPDATE";
    // Events may come out of order: a card that failed may have been charged after all.
    private static final String LOCK_UNPAID_CARD =
            """
            SELECT id, order_id, amount_fen, payment_method, intent_id, created_at FROM payment
            WHERE id = :id AND method = 'CARD' AND state IN ('PENDING', 'UNKNOWN', 'FAILED')
            FOR UPDATE
            """;
    private static final String SILENT_CARDS =
            """
            SELECT id FROM payment
            WHERE method = 'CARD' AND state IN ('PENDING', 'UNKNOWN') AND updated_at < :before
            ORDER BY updated_at LIMIT :limit
            """;
    private static final String PENDING =
            """
            UPDATE payment
            SET state = 'PENDING', intent_id = :intent, action_kind = :kind, action_url = :url, unknown_since = NULL,
                updated_at = :now
            WHERE id = :id
            """;
    private static final String SUCCEED =
            """
            UPDATE payment SET state = 'SUCCEEDED', intent_id = :intent, reason = NULL, unknown_since = NULL, updated_at = :now
            WHERE id = :id
            """;
    private static final String CLOSE =
            """
            UPDATE payment
            SET state = :state, reason = :reason, updated_at = :now,
                unknown_since = CASE WHEN :state = 'UNKNOWN' THEN coalesce(unknown_since, :now) END
            WHERE id = :id
            """;
    private static final String STORE_EVENT =
            """
            INSERT INTO stripe_event (id, type, payload, received_at, retry_at)
            VALUES (:id, :type, :payload, :now, :now)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String WAITING_EVENTS =
            """
            SELECT id, type, payload FROM stripe_event WHERE processed_at IS NULL AND retry_at <= :now
            ORDER BY retry_at LIMIT :limit
            """;
    private static final String EVENT_DONE =
            "UPDATE stripe_event SET processed_at = :now, error = NULL WHERE id = :id";
    // Twice as long after each failure, an hour at most.
    private static final String EVENT_FAILED =
            """
            UPDATE stripe_event
            SET attempts = attempts + 1, error = :error,
                retry_at = :now::timestamptz + least(power(2, least(attempts, 12)), 3600) * interval '1 second'
            WHERE id = :id
            """;

    private final DatabaseClient database;

    PaymentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(NewPayment payment) {
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", payment.id())
                        .bind("order", payment.orderId())
                        .bind("method", payment.method().name())
                        .bind("state", payment.state().name())
                        .bind("amount", payment.amountFen())
                        .bind("now", payment.at());
        spec =
                payment.bankLineId() == null
                        ? spec.bindNull("line", UUID.class)
                        : spec.bind("line", payment.bankLineId());
        spec = bind(spec, "payer", payment.payerName());
        spec = bind(spec, "reference", payment.bankReference());
        return bind(spec, "paymentMethod", payment.paymentMethod()).then();
    }

    /** Whether a bank statement has brought this reference, so that nobody may type it in. */
    Mono<Boolean> isOnAStatement(String reference) {
        return database.sql(IS_ON_A_STATEMENT)
                .bind("reference", reference)
                .map(row -> Boolean.TRUE.equals(row.get("found", Boolean.class)))
                .one();
    }

    Mono<Void> booked(UUID id, UUID entryId) {
        return database.sql(BOOKED).bind("id", id).bind("entry", entryId).then();
    }

    Mono<Boolean> adopt(UUID bankLineId, String bankReference, long amountFen) {
        return database.sql(ADOPT)
                .bind("line", bankLineId)
                .bind("reference", bankReference)
                .bind("amount", amountFen)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    record Booked(UUID id, UUID orderId, long amountFen, UUID entryId) {}

    /** What was booked for orders from a line of a statement, in the order of the orders' ids. */
    Mono<List<Booked>> lockOfLine(UUID bankLineId) {
        return database.sql(LOCK_OF_LINE)
                .bind("line", bankLineId)
                .mapProperties(Booked.class)
                .all()
                .collectList();
    }

    Mono<PaymentView> find(UUID id) {
        return database.sql(FIND).bind("id", id).map(PaymentStore::view).one();
    }

    Mono<List<PaymentView>> ofOrder(UUID orderId) {
        return database.sql(OF_ORDER)
                .bind("order", orderId)
                .map(PaymentStore::view)
                .all()
                .collectList();
    }

    private static PaymentView view(Readable row) {
        String means = row.get("payment_method", String.class);
        String kind = row.get("action_kind", String.class);
        PaymentState state = PaymentState.valueOf(text(row, "state"));
        return new PaymentView(
                Objects.requireNonNull(row.get("id", UUID.class)),
                PaymentMethod.valueOf(text(row, "method")),
                means == null ? null : Means.of(means),
                state,
                Objects.requireNonNull(row.get("amount_fen", Long.class)),
                row.get("payer_name", String.class),
                row.get("bank_reference", String.class),
                row.get("reason", String.class),
                kind == null || state != PaymentState.PENDING
                        ? null
                        : new PayerAction(PayerAction.Kind.valueOf(kind), text(row, "action_url")),
                Objects.requireNonNull(row.get("at", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    Mono<CardPayment> findOpenCard(UUID id) {
        return database.sql(OPEN_CARD).bind("id", id).mapProperties(CardPayment.class).one();
    }

    Mono<CardPayment> lockOpenCard(UUID id) {
        return database.sql(LOCK_OPEN_CARD).bind("id", id).mapProperties(CardPayment.class).one();
    }

    /** A card payment whose money has not come yet, as far as we know. */
    Mono<CardPayment> lockUnpaidCard(UUID id) {
        return database.sql(LOCK_UNPAID_CARD).bind("id", id).mapProperties(CardPayment.class).one();
    }

    Mono<List<UUID>> silentCards(Instant before, int limit) {
        return database.sql(SILENT_CARDS)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Void> pending(UUID id, String intentId, @Nullable PayerAction action, Instant now) {
        GenericExecuteSpec spec =
                database.sql(PENDING).bind("id", id).bind("intent", intentId).bind("now", now);
        spec = bind(spec, "kind", action == null ? null : action.kind().name());
        return bind(spec, "url", action == null ? null : action.url()).then();
    }

    Mono<Void> succeed(UUID id, String intentId, Instant now) {
        return database.sql(SUCCEED)
                .bind("id", id)
                .bind("intent", intentId)
                .bind("now", now)
                .then();
    }

    Mono<Void> close(UUID id, PaymentState state, String reason, Instant now) {
        return database.sql(CLOSE)
                .bind("id", id)
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("now", now)
                .then();
    }

    Mono<Void> storeEvent(CardEvent event, Instant now) {
        return database.sql(STORE_EVENT)
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("payload", event.payload())
                .bind("now", now)
                .then();
    }

    Mono<List<CardEvent>> waitingEvents(Instant now, int limit) {
        return database.sql(WAITING_EVENTS)
                .bind("now", now)
                .bind("limit", limit)
                .mapProperties(CardEvent.class)
                .all()
                .collectList();
    }

    Mono<Void> eventDone(String id, Instant now) {
        return database.sql(EVENT_DONE).bind("id", id).bind("now", now).then();
    }

    Mono<Void> eventFailed(String id, String error, Instant now) {
        return database.sql(EVENT_FAILED)
                .bind("now", now)
                .bind("id", id)
                .bind("error", error)
                .then();
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }
}
