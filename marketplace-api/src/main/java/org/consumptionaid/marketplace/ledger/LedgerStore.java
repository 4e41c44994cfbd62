package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LedgerStore {
    private static final String OPEN_ACCOUNTS =
            """
            INSERT INTO ledger_account (code, organisation_id, opened_at)
            SELECT DISTINCT p.account, p."organisationId", :now
            FROM jsonb_to_recordset(:postings::jsonb) AS p (account text, "organisationId" uuid)
            ORDER BY p.account
            ON CONFLICT (code) DO NOTHING
            """;
    private static final String INSERT_ENTRY =
            """
            WITH entry AS (
                INSERT INTO ledger_entry (id, kind, subject_id, booked_at, note)
                VALUES (:id, :kind, :subject, :now, :note))
            INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
            SELECT :id, p.line, a.id, (p.posting ->> 'amountFen')::bigint
            FROM jsonb_array_elements(:postings::jsonb) WITH ORDINALITY AS p (posting, line)
            JOIN ledger_account a ON a.code = p.posting ->> 'account'
            """;
    private static final String REVERSE =
            """
            WITH original AS (SELECT id, subject_id FROM ledger_entry WHERE id = :original AND reverses_id IS NULL),
            entry AS (
                INSERT INTO ledger_entry (id, kind, subject_id, reverses_id, booked_at, note)
                SELECT :id, 'REVERSAL', subject_id, id, :now, :note FROM original)
            INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
            SELECT :id, p.line, p.account_id, -p.amount_fen
            FROM original JOIN ledger_posting p ON p.entry_id = original.id
            """;
    private static final String LAST_OF =
            """
            SELECT e.id FROM ledger_entry e
            WHERE e.subject_id = :subject AND e.kind = :kind
              AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id)
            ORDER BY e.id DESC LIMIT 1
            """;
    private static final String ENTRIES_ABOUT =
            """
            SELECT e.id, e.kind, e.booked_at, e.note, s.seal, a.code AS account, o.name AS organisation_name, p.amount_fen
            FROM ledger_entry e
            JOIN ledger_posting p ON p.entry_id = e.id
            JOIN ledger_account a ON a.id = p.account_id
            LEFT JOIN organisation o ON o.id = a.organisation_id
            LEFT JOIN ledger_sealed_entry s ON s.entry_id = e.id
            WHERE e.subject_id = :subject
            ORDER BY e.id, p.line LIMIT 4000
            """;
    private static final String SUBJECT_OF = "SELECT subject_id FROM ledger_entry WHERE id = :id";
    private static final String BALANCE =
            """
            SELECT coalesce(sum(p.amount_fen), 0)::bigint AS fen
            FROM ledger_account a
            JOIN ledger_posting p ON p.account_id = a.id
            JOIN ledger_entry e ON e.id = p.entry_id
            WHERE a.code = :account AND e.booked_at < :before
            """;
    private static final String MOVEMENTS =
            """
            SELECT e.id AS entry_id, e.booked_at, coalesce(r.kind, e.kind) AS kind, r.id IS NOT NULL AS reversal, e.subject_id,
                   e.note, p.amount_fen AS fen
            FROM ledger_account a
            JOIN ledger_posting p ON p.account_id = a.id
            JOIN ledger_entry e ON e.id = p.entry_id
            LEFT JOIN ledger_entry r ON r.id = e.reverses_id
            WHERE a.code = :account AND e.booked_at >= :from AND e.booked_at < :to
            ORDER BY e.booked_at, e.id LIMIT :limit
            """;
    private static final String TURNOVERS =
            """
            SELECT a.code AS account, a.organisation_id, o.name AS organisation_name,
                   coalesce(sum(p.amount_fen) FILTER (WHERE coalesce(r.kind, e.kind) = :kind), 0)::bigint AS fen
            FROM ledger_account a
            JOIN organisation o ON o.id = a.organisation_id
            LEFT JOIN ledger_posting p ON p.account_id = a.id
            LEFT JOIN ledger_entry e ON e.id = p.entry_id
            LEFT JOIN ledger_entry r ON r.id = e.reverses_id
            WHERE a.code LIKE :pattern AND (cardinality(:organisations) = 0 OR a.organisation_id = ANY(:organisations))
            GROUP BY a.id, o.name ORDER BY o.name LIMIT 1000
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    LedgerStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> openAccounts(List<NewPosting> postings, Instant now) {
        return database.sql(OPEN_ACCOUNTS)
                .bind("postings", json.writeValueAsString(postings))
                .bind("now", now)
                .then();
    }

    Mono<Void> insertEntry(UUID id, NewEntry entry, Instant now) {
        return database.sql(INSERT_ENTRY)
                .bind("id", id)
                .bind("kind", entry.kind())
                .bind("subject", entry.subjectId())
                .bind("now", now)
                .bind("note", entry.note())
                .bind("postings", json.writeValueAsString(entry.postings()))
                .then();
    }

    /** How many postings were undone: none if there is nothing to reverse. */
    Mono<Long> reverse(UUID original, UUID id, String note, Instant now) {
        return database.sql(REVERSE)
                .bind("original", original)
                .bind("id", id)
                .bind("now", now)
                .bind("note", note)
                .fetch()
                .rowsUpdated();
    }

    Mono<UUID> lastOf(UUID subjectId, String kind) {
        return database.sql(LAST_OF)
                .bind("subject", subjectId)
                .bind("kind", kind)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one();
    }

    Mono<List<EntryView>> entriesAbout(UUID subjectId) {
        return database.sql(ENTRIES_ABOUT)
                .bind("subject", subjectId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .map(LedgerStore::group);
    }

    Mono<UUID> subjectOf(UUID entryId) {
        return database.sql(SUBJECT_OF).bind("id", entryId).mapValue(UUID.class).one();
    }

    Mono<Long> balance(String account, Instant before) {
        return database.sql(BALANCE)
                .bind("account", account)
                .bind("before", before)
                .mapValue(Long.class)
                .one();
    }

    Mono<List<Movement>> movements(String account, Instant from, Instant to, int limit) {
        return database.sql(MOVEMENTS)
                .bind("account", account)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapProperties(Movement.class)
                .all()
                .collectList();
    }

    Mono<List<AccountTurnover>> turnovers(
            String prefix, String name, String kind, List<UUID> organisationIds) {
        return database.sql(TURNOVERS)
                .bind("pattern", prefix + "/%/" + name)
                .bind("kind", kind)
                .bind("organisations", organisationIds.toArray(UUID[]::new))
                .mapProperties(AccountTurnover.class)
                .all()
                .collectList();
    }

    private record Row(
            UUID id,
            String kind,
            Instant bookedAt,
            String note,
            @Nullable Long seal,
            String account,
            @Nullable String organisationName,
            long amountFen) {}

    private static List<EntryView> group(List<Row> rows) {
        Map<UUID, EntryView> entries = new LinkedHashMap<>();
        for (Row row : rows) {
            entries.computeIfAbsent(
                            row.id(),
                            id ->
                                    new EntryView(
                                            id,
                                            row.kind(),
                                            row.bookedAt(),
                                            row.note(),
                                            row.seal(),
                                            new ArrayList<>()))
                    .postings()
                    .add(new PostingView(row.account(), row.organisationName(), row.amountFen()));
        }
        return List.copyOf(entries.values());
    }
}
