package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes applications and what is decided about them, each with its event. */
@Repository
class CertificateChangesStore {
    private static final String NEXT_NUMBER = "SELECT nextval('certificate_number') AS number";
    private static final String EVENT =
            """
            INSERT INTO certificate_event (certificate_id, seq, action, from_phase, to_phase, person_id, organisation_id,
                                           at, reason)
            SELECT c.id, (SELECT count(*) + 1 FROM certificate_event e WHERE e.certificate_id = c.id), :action, :from,
                   :to, :person, :organisation, :now, :reason
            FROM changed c
            """;
    private static final String INSERT =
            """
            WITH changed AS (
                INSERT INTO certificate (id, number, organisation_id, kind, category_code, state, statement, seasons,
                                         attachments, applied_at, due_on)
                SELECT :id, :number, o.id, :kind, :category, 'COUNTY_REVIEW', :statement, :seasons::jsonb,
                       :attachments, :now, :due
                FROM organisation o
                WHERE o.id = :organisation AND EXISTS (SELECT FROM listed_county l WHERE l.code = o.county_code)
                RETURNING id)
            """
                    + EVENT;
    private static final String CORRECT =
            """
            WITH changed AS (
                UPDATE certificate
                SET state = 'COUNTY_REVIEW', statement = :statement, seasons = :seasons::jsonb,
                    attachments = :attachments, due_on = :due, version = version + 1
                WHERE id = :id
                RETURNING id)
            """
                    + EVENT;
    // An approval that is taken back leaves no reviewer's name behind: the next approval writes
    // them again.
    private static final String MOVE =
            """
            WITH changed AS (
                UPDATE certificate
                SET state = :state, due_on = :due, notice_until = :noticeUntil, valid_from = :validFrom,
                    valid_until = :validUntil, version = version + 1,
                    county_reviewer = CASE WHEN :state IN ('RETURNED', 'REFUSED') THEN NULL
                                           WHEN :to = 'PROVINCE_REVIEW' THEN
                                               (SELECT name FROM organisation WHERE id = :organisation)
                                           ELSE county_reviewer END,
                    province_reviewer = CASE WHEN :state IN ('RETURNED', 'REFUSED') THEN NULL
                                             WHEN :to = 'PUBLIC_NOTICE' THEN
                                                 (SELECT name FROM organisation WHERE id = :organisation)
                                             ELSE province_reviewer END
                WHERE id = :id
                RETURNING id)
            """
                    + EVENT;
    private static final String SEASONS_CLASH =
            """
            SELECT EXISTS (
                SELECT FROM certificate c
                CROSS JOIN LATERAL jsonb_to_recordset(c.seasons) AS old ("from" date, "to" date)
                JOIN jsonb_to_recordset(:seasons::jsonb) AS new ("from" date, "to" date)
                  ON old."from" <= new."to" AND new."from" <= old."to"
                 AND (old."from", old."to") <> (new."from", new."to")
                WHERE c.organisation_id = :organisation AND c.category_code = :category AND c.id <> :id
                  AND c.state <> 'REFUSED') AS clash
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    CertificateChangesStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Long> nextNumber() {
        return database.sql(NEXT_NUMBER)
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .one();
    }

    /** Whether a season overlaps with one of another certificate without being the same. */
    Mono<Boolean> seasonsClash(UUID id, UUID organisationId, CertificateForm form) {
        return nullable(database.sql(SEASONS_CLASH), "category", form.category(), String.class)
                .bind("id", id)
                .bind("organisation", organisationId)
                .bind("seasons", json.writeValueAsString(form.seasonsOrNone()))
                .map(row -> Boolean.TRUE.equals(row.get("clash", Boolean.class)))
                .one();
    }

    /** One row if the organisation's county is one of the 832, none otherwise. */
    Mono<Long> insert(
            UUID id,
            String number,
            Caller caller,
            CertificateForm form,
            LocalDate due,
            CertificateEdge edge,
            Instant now) {
        GenericExecuteSpec spec =
                form(INSERT, form)
                        .bind("id", id)
                        .bind("number", number)
                        .bind("kind", form.kind().name())
                        .bind("due", due);
        return event(
                        nullable(spec, "category", form.category(), String.class),
                        caller,
                        edge,
                        "",
                        now)
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> correct(
            UUID id,
            Caller caller,
            CertificateForm form,
            LocalDate due,
            CertificateEdge edge,
            Instant now) {
        return event(form(CORRECT, form).bind("id", id).bind("due", due), caller, edge, "", now)
                .then();
    }

    Mono<Void> move(
            UUID id,
            Caller caller,
            CertificateTurn turn,
            CertificateEdge edge,
            String reason,
            Instant now) {
        CertificateFacts facts = turn.facts();
        GenericExecuteSpec spec =
                database.sql(MOVE).bind("id", id).bind("state", facts.stored().name());
        spec = nullable(spec, "due", turn.dueOn(), LocalDate.class);
        spec = nullable(spec, "noticeUntil", facts.noticeUntil(), Instant.class);
        spec = nullable(spec, "validFrom", facts.validFrom(), Instant.class);
        spec = nullable(spec, "validUntil", facts.validUntil(), Instant.class);
        return event(spec, caller, edge, reason, now).then();
    }

    private GenericExecuteSpec form(String sql, CertificateForm form) {
        return database.sql(sql)
                .bind("statement", Objects.requireNonNull(form.statement()))
                .bind("seasons", json.writeValueAsString(form.seasonsOrNone()))
                .bind(
                        "attachments",
                        Objects.requireNonNull(form.attachments()).toArray(UUID[]::new));
    }

    private static GenericExecuteSpec event(
            GenericExecuteSpec spec,
            Caller caller,
            CertificateEdge edge,
            String reason,
            Instant now) {
        return spec.bind("action", edge.action().name())
                .bind("from", edge.from().name())
                .bind("to", edge.to().name())
                .bind("person", caller.personId())
                .bind("organisation", caller.organisationId())
                .bind("now", now)
                .bind("reason", reason);
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
