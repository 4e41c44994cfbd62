package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OrderStore {
    private static final String NEXT_NUMBERS =
            "SELECT nextval('order_number') AS number FROM generate_series(1, :count)";
    private static final String HEAD =
            """
            SELECT o.id, o.number, o.purchase_id, o.state, o.channel, o.terms, o.buyer_id, b.name AS buyer_name,
                   o.supplier_id, s.name AS supplier_name, o.total_fen, o.accepted_fen, o.paid_fen, o.deliver_to,
                   o.deliver_on, o.note, o.placed_at, o.due_on, o.invoice_number, o.complaint_open, o.replaces,
                   (SELECT r.id FROM purchase_order r WHERE r.replaces = o.id) AS replaced_by,
                   o.requisition_number, o.budget_line_id, o.version
            FROM purchase_order o
            JOIN organisation b ON b.id = o.buyer_id
            JOIN organisation s ON s.id = o.supplier_id
            WHERE o.id = :id
            """;
    private static final String SCOPED =
            HEAD + " AND (:all OR :organisation IN (o.buyer_id, o.supplier_id))";
    private static final String LOCK_SCOPED = SCOPED + " FOR UPDATE OF o";
    private static final String LOCK = HEAD + " FOR UPDATE OF o";
    private static final String LINES =
            """
            SELECT line, product_id, name, category_code AS category, county_code, county_name, grade, unit, unit_grams,
                   price_fen, offer_id, quantity, quantity * unit_grams AS ordered_grams, total_fen, accepted_grams, accepted_fen,
                   certificate_number
            FROM order_line WHERE order_id = :id ORDER BY line
            """;
    private static final String EVENTS =
            """
            SELECT e.at, e.action, e.from_state AS "from", e.to_state AS "to", o.name AS by_organisation, e.note
            FROM order_event e LEFT JOIN organisation o ON o.id = e.organisation_id
            WHERE e.order_id = :id ORDER BY e.seq LIMIT 1000
            """;
    private static final String LIST =
            """
            SELECT o.id, o.number, o.state, o.channel, o.terms, b.name AS buyer_name, s.name AS supplier_name,
                   o.total_fen, l.line_count, l.first_product, o.placed_at, o.due_on
            FROM purchase_order o
            JOIN organisation b ON b.id = o.buyer_id
            JOIN organisation s ON s.id = o.supplier_id
            JOIN LATERAL (SELECT count(*)::int AS line_count, min(name) FILTER (WHERE line = 1) AS first_product
                          FROM order_line WHERE order_id = o.id) l ON true
            WHERE (:all OR :organisation IN (o.buyer_id, o.supplier_id)) AND o.id < :before
              AND (:state = '' OR o.state = :state)
            ORDER BY o.id DESC LIMIT :limit
            """;
    private static final String ADVANCE =
            """
            WITH event AS (
                INSERT INTO order_event (order_id, seq, action, from_state, to_state, person_id, organisation_id, at, note)
                SELECT :id, 1 + max(seq), :action, :from, :to, :person, :organisation, :now, :note
                FROM order_event WHERE order_id = :id)
            UPDATE purchase_order
            SET state = :to, paid_fen = :paid, accepted_fen = :accepted, due_on = :due,
                invoice_number = :invoice, complaint_open = :complaint, version = version + 1
            WHERE id = :id
            """;
    private static final String ACCEPT_LINES =
            """
            UPDATE order_line l SET accepted_grams = a.grams, accepted_fen = a.fen
            FROM jsonb_to_recordset(:lines::jsonb) AS a (line smallint, grams bigint, fen bigint)
            WHERE l.order_id = :id AND l.line = a.line
            """;

    private static final String REPLACES =
            "UPDATE purchase_order SET replaces = :old WHERE purchase_id = :purchase";

    private static final String APPROVED =
            """
            UPDATE purchase_order SET requisition_number = :requisition, budget_line_id = :line
            WHERE purchase_id = :purchase
            """;
    private static final String PLACED_BY = "SELECT person_id FROM purchase WHERE id = :purchase";

    private final DatabaseClient database;
    private final JsonMapper json;

    OrderStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<List<Long>> nextNumbers(int count) {
        return database.sql(NEXT_NUMBERS)
                .bind("count", count)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .all()
                .collectList();
    }

    Mono<OrderHead> find(Caller caller, UUID id) {
        return head(SCOPED, caller, id);
    }

    Mono<OrderHead> lock(Caller caller, UUID id) {
        return head(LOCK_SCOPED, caller, id);
    }

    /** Without a caller: for what the platform does on what Stripe says. */
    Mono<OrderHead> lock(UUID id) {
        return database.sql(LOCK).bind("id", id).mapProperties(OrderHead.class).one();
    }

    Mono<List<OrderLineView>> lines(UUID id) {
        return database.sql(LINES)
                .bind("id", id)
                .mapProperties(OrderLineView.class)
                .all()
                .collectList();
    }

    Mono<List<OrderEventView>> events(UUID id) {
        return database.sql(EVENTS)
                .bind("id", id)
                .mapProperties(OrderEventView.class)
                .all()
                .collectList();
    }

    Mono<List<OrderSummary>> list(Caller caller, @Nullable OrderState state, UUID before) {
        return database.sql(LIST)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .bind("before", before)
                .bind("state", state == null ? "" : state.name())
                .bind("limit", Page.SIZE + 1)
                .mapProperties(OrderSummary.class)
                .all()
                .collectList();
    }

    Mono<Void> advance(UUID id, OrderStep step, Edge edge, Outcome outcome, Instant now) {
        return bindNullable(
                        database.sql(ADVANCE)
                                .bind("id", id)
                                .bind("action", step.action().name())
                                .bind("from", edge.from().name())
                                .bind("to", edge.to().name())
                                .bind("now", now)
                                .bind("note", step.note())
                                .bind("paid", outcome.paidFen())
                                .bind("complaint", outcome.complaintOpen()),
                        step,
                        outcome)
                .then();
    }

    Mono<Void> acceptLines(UUID id, List<AcceptedLine> lines) {
        return database.sql(ACCEPT_LINES)
                .bind("id", id)
                .bind("lines", json.writeValueAsString(lines))
                .then();
    }

    /** The one order of a purchase takes the place of another. */
    Mono<Void> replaces(UUID purchaseId, UUID old) {
        return database.sql(REPLACES).bind("purchase", purchaseId).bind("old", old).then();
    }

    /** The orders of a purchase carry what was approved for them. */
    Mono<Void> approved(UUID purchaseId, String requisition, @Nullable UUID budgetLineId) {
        DatabaseClient.GenericExecuteSpec spec =
                database.sql(APPROVED)
                        .bind("requisition", requisition)
                        .bind("purchase", purchaseId);
        return bind(spec, "line", budgetLineId, UUID.class).then();
    }

    /** Who ordered. */
    Mono<UUID> placedBy(UUID purchaseId) {
        return database.sql(PLACED_BY).bind("purchase", purchaseId).mapValue(UUID.class).one();
    }

    private static DatabaseClient.GenericExecuteSpec bindNullable(
            DatabaseClient.GenericExecuteSpec spec, OrderStep step, Outcome outcome) {
        spec = bind(spec, "person", step.personId(), UUID.class);
        spec = bind(spec, "organisation", step.organisationId(), UUID.class);
        spec = bind(spec, "accepted", outcome.acceptedFen(), Long.class);
        spec = bind(spec, "due", outcome.dueOn(), LocalDate.class);
        return bind(spec, "invoice", outcome.invoiceNumber(), String.class);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    private Mono<OrderHead> head(String sql, Caller caller, UUID id) {
        return database.sql(sql)
                .bind("id", id)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .mapProperties(OrderHead.class)
                .one();
    }
}
