package org.consumptionaid.marketplace.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
class ComplaintStore {
    private static final String HEAD =
            """
            SELECT c.id, c.number, c.kind, c.state, c.order_id, o.number AS order_number, o.buyer_id, b.name AS buyer_name,
                   o.supplier_id, s.name AS supplier_name, c.reason,
                   (SELECT sum(l.fen)::bigint FROM complaint_line l WHERE l.complaint_id = c.id) AS fen, c.asked_at, c.due_at
            FROM complaint c
            JOIN purchase_order o ON o.id = c.order_id
            JOIN organisation b ON b.id = o.buyer_id
            JOIN organisation s ON s.id = o.supplier_id
            WHERE (:all OR :organisation IN (o.buyer_id, o.supplier_id))
            """;
    private static final String FIND = HEAD + " AND c.id = :id";
    private static final String LOCK = FIND + " FOR UPDATE OF c";
    private static final String OF_ORDER =
            HEAD + " AND c.order_id = :order ORDER BY c.id DESC LIMIT 100";
    // Whoever has something to do begins with what is due first.
    private static final String OPEN =
            HEAD + " AND c.due_at IS NOT NULL ORDER BY c.due_at, c.id LIMIT 200";
    private static final String LIST = HEAD + " AND c.id < :before ORDER BY c.id DESC LIMIT :limit";
    private static final String LINES =
            """
            SELECT l.line, o.name, o.unit_grams, l.grams, l.fen
            FROM complaint_line l JOIN order_line o ON o.order_id = l.order_id AND o.line = l.line
            WHERE l.complaint_id = :id ORDER BY l.line LIMIT 200
            """;
    private static final String FILES =
            "SELECT attachment_id FROM complaint_file WHERE complaint_id = :id ORDER BY 1 LIMIT 10";
    private static final String EVENTS =
            """
            SELECT e.at, e.action, o.name AS by_organisation, e.note
            FROM complaint_event e LEFT JOIN organisation o ON o.id = e.organisation_id
            WHERE e.complaint_id = :id ORDER BY e.seq LIMIT 100
            """;
    private static final String CREDIT_NOTE =
            """
            SELECT number, invoice_number, fen, lines::text AS lines, issued_at FROM credit_note WHERE complaint_id = :id
            """;
    private static final String INSERT =
            """
            WITH made AS (
                INSERT INTO complaint (id, number, order_id, kind, state, reason, asked_at, due_at)
                VALUES (:id, :number, :order, :kind, 'ASKED', :reason, :now, :due)
                RETURNING id),
            lines AS (
                INSERT INTO complaint_line (complaint_id, order_id, line, grams, fen)
                SELECT made.id, :order, l.line, l.grams, l.fen
                FROM made, jsonb_to_recordset(:lines::jsonb) AS l (line smallint, grams bigint, fen bigint)),
            files AS (
                INSERT INTO complaint_file (complaint_id, attachment_id) SELECT made.id, f FROM made, unnest(:files::uuid[]) f)
            INSERT INTO complaint_event (complaint_id, seq, action, to_state, person_id, organisation_id, at, note)
            SELECT made.id, 1, 'ASK', 'ASKED', :person, :organisation, :now, '' FROM made
            """;
    private static final String ADVANCE =
            """
            WITH event AS (
                INSERT INTO complaint_event (complaint_id, seq, action, from_state, to_state, person_id, organisation_id, at, note)
                SELECT :id, 1 + max(seq), :action, :from, :to, :person, :organisation, :now, :note
                FROM complaint_event WHERE complaint_id = :id)
            UPDATE complaint SET state = :to, due_at = :due WHERE id = :id
            """;
    private static final String ISSUE =
            """
            INSERT INTO credit_note (number, complaint_id, order_id, invoice_number, fen, lines, issued_at)
            SELECT :number, :id, :order, :invoice, :fen, :lines::jsonb, :now
            """;

    // What another instance or a person has in hand is skipped; the condition is looked at again
    // once the row is locked.
    private static final String LOCK_OVERDUE =
            """
            SELECT id FROM complaint WHERE due_at < :now AND state IN ('ASKED', 'REFUSED')
            LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String SHOWS =
            """
            SELECT EXISTS (SELECT FROM complaint_file f
                           JOIN complaint c ON c.id = f.complaint_id
                           JOIN purchase_order o ON o.id = c.order_id
                           WHERE f.attachment_id = :attachment AND :organisation IN (o.buyer_id, o.supplier_id)) AS shown
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    ComplaintStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The next counter of {@code complaint_number} or {@code credit_note_number}. */
    Mono<Long> next(String sequence) {
        return database.sql("SELECT nextval(:sequence::regclass)")
                .bind("sequence", sequence)
                .mapValue(Long.class)
                .one();
    }

    Mono<ComplaintHead> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(ComplaintHead.class).one();
    }

    Mono<ComplaintHead> lock(Caller caller, UUID id) {
        return scoped(LOCK, caller).bind("id", id).mapProperties(ComplaintHead.class).one();
    }

    /** For what the platform does because a time is over. */
    Mono<ComplaintHead> lock(UUID id) {
        return database.sql(LOCK)
                .bind("all", true)
                .bind("organisation", id)
                .bind("id", id)
                .mapProperties(ComplaintHead.class)
                .one();
    }

    Mono<List<ComplaintHead>> ofOrder(Caller caller, UUID orderId) {
        return heads(scoped(OF_ORDER, caller).bind("order", orderId));
    }

    Mono<List<ComplaintHead>> open(Caller caller) {
        return heads(scoped(OPEN, caller));
    }

    Mono<List<ComplaintHead>> list(Caller caller, UUID before) {
        return heads(scoped(LIST, caller).bind("before", before).bind("limit", Page.SIZE + 1));
    }

    Mono<List<ComplaintLine>> lines(UUID id) {
        return database.sql(LINES)
                .bind("id", id)
                .mapProperties(ComplaintLine.class)
                .all()
                .collectList();
    }

    Mono<Set<UUID>> files(UUID id) {
        return database.sql(FILES)
                .bind("id", id)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .map(Set::copyOf);
    }

    Mono<List<ComplaintEventView>> events(UUID id) {
        return database.sql(EVENTS)
                .bind("id", id)
                .mapProperties(ComplaintEventView.class)
                .all()
                .collectList();
    }

    Mono<CreditNote> creditNote(UUID id) {
        return database.sql(CREDIT_NOTE)
                .bind("id", id)
                .map(row ->
                        new CreditNote(
                                Objects.requireNonNull(row.get("number", String.class)),
                                row.get("invoice_number", String.class),
                                Objects.requireNonNull(row.get("fen", Long.class)),
                                Arrays.asList(
                                        json.readValue(
                                                row.get("lines", String.class),
                                                CreditNote.Line[].class)),
                                Objects.requireNonNull(row.get("issued_at", Instant.class))))
                .one();
    }

    Mono<Void> insert(NewComplaint made) {
        return database.sql(INSERT)
                .bind("id", made.id())
                .bind("number", made.number())
                .bind("order", made.orderId())
                .bind("kind", made.form().kind().name())
                .bind("reason", made.form().reason().strip())
                .bind("now", made.at())
                .bind("due", made.dueAt())
                .bind("lines", json.writeValueAsString(made.lines()))
                .bind("files", made.form().attachmentsOrNone().toArray(UUID[]::new))
                .bind("person", made.by().personId())
                .bind("organisation", made.by().organisationId())
                .then();
    }

    Mono<Void> advance(
            UUID id,
            ComplaintStep step,
            ComplaintLife.Step taken,
            Instant now,
            @Nullable Instant dueAt) {
        GenericExecuteSpec spec =
                database.sql(ADVANCE)
                        .bind("id", id)
                        .bind("action", step.action().name())
                        .bind("from", taken.from().name())
                        .bind("to", taken.to().name())
                        .bind("now", now)
                        .bind("note", step.note());
        spec = nullable(spec, "person", step.personId(), UUID.class);
        spec = nullable(spec, "organisation", step.organisationId(), UUID.class);
        return nullable(spec, "due", dueAt, Instant.class).then();
    }

    Mono<Void> issue(ComplaintHead complaint, CreditNote note) {
        GenericExecuteSpec spec =
                database.sql(ISSUE)
                        .bind("number", note.number())
                        .bind("id", complaint.id())
                        .bind("order", complaint.orderId())
                        .bind("fen", note.fen())
                        .bind("lines", json.writeValueAsString(note.lines()))
                        .bind("now", note.issuedAt());
        return nullable(spec, "invoice", note.invoiceNumber(), String.class).then();
    }

    /** One whose time is over; nobody else can take it further now. */
    Mono<UUID> lockOverdue(Instant now) {
        return database.sql(LOCK_OVERDUE).bind("now", now).mapValue(UUID.class).one();
    }

    Mono<Boolean> shows(Caller caller, UUID attachmentId) {
        return database.sql(SHOWS)
                .bind("attachment", attachmentId)
                .bind("organisation", caller.organisationId())
                .map(row -> Boolean.TRUE.equals(row.get("shown", Boolean.class)))
                .one();
    }

    private static Mono<List<ComplaintHead>> heads(GenericExecuteSpec spec) {
        return spec.mapProperties(ComplaintHead.class).all().collectList();
    }

    private GenericExecuteSpec scoped(String sql, Caller caller) {
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId());
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
