package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RequisitionStore {
    private static final String NEXT_NUMBER = "SELECT nextval('requisition_number')";
    private static final String INSERT_LINES =
            """
            INSERT INTO requisition_line (requisition_id, line, product_id, name, supplier_name, category_code, unit,
                                          unit_grams, quantity, price_fen, total_fen, certificate_number)
            SELECT :id, l.line, l."productId", l.name, l."supplierName", l."categoryCode", l.unit, l."unitGrams",
                   l.quantity, l."priceFen", l."totalFen", l."certificateNumber"
            FROM jsonb_to_recordset(:lines::jsonb) AS l (
                line smallint, "productId" uuid, name text, "supplierName" text, "categoryCode" text, unit text,
                "unitGrams" bigint, quantity bigint, "priceFen" bigint, "totalFen" bigint, "certificateNumber" text)
            """;
    private static final String INSERT =
            """
            INSERT INTO requisition (id, number, unit_id, person_id, fiscal_year, purpose, budget_line_id, state, total_fen,
                                     terms, deliver_to, deliver_on, note, made_at)
            VALUES (:id, :number, :unit, :person, :year, :purpose, :budgetLine, 'DRAFT', :total, :terms, :deliverTo,
                    :deliverOn, :note, :now)
            """;
    private static final String EVENT =
            """
            INSERT INTO requisition_event (requisition_id, seq, action, person_id, at, note)
            SELECT :id, 1 + coalesce(max(seq), 0), :action, :person, :now, :note
            FROM requisition_event WHERE requisition_id = :id
            """;
    private static final String DELETE_LINES =
            "DELETE FROM requisition_line WHERE requisition_id = :id";
    private static final String SUBMIT =
            """
            UPDATE requisition SET total_fen = :total, fiscal_year = :year, submitted_at = :now WHERE id = :id
            """;
    private static final String MOVE =
            "UPDATE requisition SET state = :to, due_at = CASE WHEN :to = 'SUBMITTED' THEN due_at END, version = version + 1 WHERE id = :id";
    private static final String ORDERED =
            "UPDATE requisition SET state = 'ORDERED', purchase_id = :purchase, version = version + 1 WHERE id = :id";
    private static final String HEAD =
            """
            SELECT r.id, r.number, r.unit_id, u.name AS unit_name, r.person_id, p.display_name AS person_name,
                   r.fiscal_year, r.purpose, r.budget_line_id, b.code || ' ' || b.name AS budget_line, r.state,
                   r.total_fen, r.terms, r.deliver_to, r.deliver_on, r.note, r.level, r.due_at, r.made_at,
                   r.submitted_at, r.purchase_id, l.line_count, l.first_product, r.version
            FROM requisition r
            JOIN organisation u ON u.id = r.unit_id
            JOIN person p ON p.id = r.person_id
            LEFT JOIN budget_line b ON b.id = r.budget_line_id
            JOIN LATERAL (SELECT count(*)::int AS line_count, min(name) FILTER (WHERE line = 1) AS first_product
                          FROM requisition_line WHERE requisition_id = r.id) l ON true
            WHERE (:all OR r.unit_id = :organisation
                   OR EXISTS (SELECT FROM unit_role h
                              WHERE h.unit_id = r.unit_id AND h.person_id = :person AND h.ended_at IS NULL))
            """;
    private static final String FIND = HEAD + " AND r.id = :id";
    private static final String LOCK = FIND + " FOR UPDATE OF r";
    private static final String LIST = HEAD + " AND r.id < :before ORDER BY r.id DESC LIMIT :limit";
    private static final String LOCK_OVERDUE =
            """
            SELECT id FROM requisition WHERE state = 'SUBMITTED' AND due_at <= :now LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String LINES =
            """
            SELECT line, product_id, name, supplier_name, category_code, unit, unit_grams, quantity, price_fen, total_fen,
                   certificate_number
            FROM requisition_line WHERE requisition_id = :id ORDER BY line
            """;
    private static final String EVENTS =
            """
            SELECT e.at, e.action, p.display_name AS person_name, e.note
            FROM requisition_event e LEFT JOIN person p ON p.id = e.person_id
            WHERE e.requisition_id = :id ORDER BY e.seq LIMIT 1000
            """;
    private static final String ORDERS =
            """
            SELECT o.id, o.number, s.name AS supplier_name, o.total_fen
            FROM purchase_order o JOIN organisation s ON s.id = o.supplier_id
            WHERE o.requisition_number = :number ORDER BY o.number LIMIT 200
            """;
    private static final String DIFFERENCE =
            """
            SELECT r.name, r.price_fen AS approved_fen, l.price_fen AS now_fen,
                   l.certificate_number <> r.certificate_number AS certificate
            FROM purchase_order o
            JOIN order_line l ON l.order_id = o.id
            JOIN requisition_line r ON r.requisition_id = :id AND r.product_id = l.product_id
            WHERE o.purchase_id = :purchase
              AND (l.price_fen > r.price_fen OR l.certificate_number <> r.certificate_number)
            ORDER BY r.line LIMIT 1
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    RequisitionStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A line that is not what was approved. */
    record Difference(String name, long approvedFen, long nowFen, boolean certificate) {}

    Mono<Long> nextNumber() {
        return database.sql(NEXT_NUMBER).mapValue(Long.class).one();
    }

    Mono<Void> insert(
            UUID id,
            String number,
            Caller by,
            RequisitionForm form,
            List<RequisitionLine> lines,
            int year,
            Instant now) {
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", id)
                        .bind("number", number)
                        .bind("unit", by.organisationId())
                        .bind("person", by.personId())
                        .bind("year", year)
                        .bind("purpose", form.purpose().strip())
                        .bind("total", total(lines))
                        .bind("terms", form.termsOrDefault().name())
                        .bind("deliverTo", form.deliverToOrNone())
                        .bind("note", form.noteOrNone())
                        .bind("now", now);
        spec = nullable(spec, "budgetLine", form.budgetLineId(), UUID.class);
        return nullable(spec, "deliverOn", form.deliverOn(), LocalDate.class)
                .then()
                .then(insertLines(id, lines));
    }

    /** What it costs on the day it is submitted. */
    Mono<Void> submit(UUID id, List<RequisitionLine> lines, int year, Instant now) {
        return database.sql(DELETE_LINES)
                .bind("id", id)
                .then()
                .then(insertLines(id, lines))
                .then(
                        database.sql(SUBMIT)
                                .bind("id", id)
                                .bind("total", total(lines))
                                .bind("year", year)
                                .bind("now", now)
                                .then());
    }

    Mono<Void> event(
            UUID id, RequisitionAction action, @Nullable UUID person, String note, Instant now) {
        GenericExecuteSpec spec =
                database.sql(EVENT)
                        .bind("id", id)
                        .bind("action", action.name())
                        .bind("note", note)
                        .bind("now", now);
        return nullable(spec, "person", person, UUID.class).then();
    }

    Mono<Void> move(UUID id, RequisitionState to) {
        return database.sql(MOVE).bind("id", id).bind("to", to.name()).then();
    }

    Mono<Void> ordered(UUID id, UUID purchaseId) {
        return database.sql(ORDERED).bind("id", id).bind("purchase", purchaseId).then();
    }

    Mono<RequisitionHead> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(RequisitionHead.class).one();
    }

    Mono<RequisitionHead> lock(Caller caller, UUID id) {
        return scoped(LOCK, caller).bind("id", id).mapProperties(RequisitionHead.class).one();
    }

    /** One whose time is over; nobody else can take it further now. */
    Mono<UUID> lockOverdue(Instant now) {
        return database.sql(LOCK_OVERDUE).bind("now", now).mapValue(UUID.class).one();
    }

    Mono<List<RequisitionHead>> list(Caller caller, UUID before) {
        return scoped(LIST, caller)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(RequisitionHead.class)
                .all()
                .collectList();
    }

    Mono<List<RequisitionLine>> lines(UUID id) {
        return database.sql(LINES)
                .bind("id", id)
                .mapProperties(RequisitionLine.class)
                .all()
                .collectList();
    }

    Mono<List<RequisitionEvent>> events(UUID id) {
        return database.sql(EVENTS)
                .bind("id", id)
                .mapProperties(RequisitionEvent.class)
                .all()
                .collectList();
    }

    Mono<List<RequisitionView.Ordered>> orders(String number) {
        return database.sql(ORDERS)
                .bind("number", number)
                .mapProperties(RequisitionView.Ordered.class)
                .all()
                .collectList();
    }

    /** The first line that was ordered dearer, or under another certificate, than approved. */
    Mono<Difference> difference(UUID id, UUID purchaseId) {
        return database.sql(DIFFERENCE)
                .bind("id", id)
                .bind("purchase", purchaseId)
                .mapProperties(Difference.class)
                .one();
    }

    private Mono<Void> insertLines(UUID id, List<RequisitionLine> lines) {
        return database.sql(INSERT_LINES)
                .bind("id", id)
                .bind("lines", json.writeValueAsString(lines))
                .then();
    }

    private static long total(List<RequisitionLine> lines) {
        return lines.stream().mapToLong(RequisitionLine::totalFen).reduce(0, Math::addExact);
    }

    private GenericExecuteSpec scoped(String sql, Caller caller) {
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId())
                .bind("person", caller.personId());
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
