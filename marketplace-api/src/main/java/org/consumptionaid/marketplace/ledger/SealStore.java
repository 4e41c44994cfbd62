package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SealStore {
    /** Any number no other lock of the application uses. */
    private static final long SEALER_LOCK = 7_302_612_119L;

    private static final String BECOME_THE_SEALER = "SELECT pg_try_advisory_xact_lock(:lock)";
    private static final String ROWS =
            """
            SELECT e.id, e.kind, e.subject_id, e.reverses_id, e.booked_at, e.note,
                   a.code AS account, a.organisation_id, p.amount_fen
            """;
    private static final String WAITING =
            ROWS
                    + """
                    FROM (SELECT entry_id FROM ledger_unsealed ORDER BY entry_id LIMIT :limit) w
                    JOIN ledger_entry e ON e.id = w.entry_id
                    JOIN ledger_posting p ON p.entry_id = e.id
                    JOIN ledger_account a ON a.id = p.account_id
                    ORDER BY e.id, p.line
                    """;
    private static final String SEALED_BETWEEN =
            ROWS
                    + """
                    FROM ledger_sealed_entry s
                    JOIN ledger_entry e ON e.id = s.entry_id
                    JOIN ledger_posting p ON p.entry_id = e.id
                    JOIN ledger_account a ON a.id = p.account_id
                    WHERE s.seal BETWEEN :first AND :last
                    ORDER BY s.seal, s.position, p.line
                    """;
    private static final String ONE =
            ROWS
                    + """
                    FROM ledger_entry e
                    JOIN ledger_posting p ON p.entry_id = e.id
                    JOIN ledger_account a ON a.id = p.account_id
                    WHERE e.id = :id ORDER BY p.line
                    """;
    private static final String SEALED_ABOUT =
            ROWS
                    + """
                    FROM ledger_entry e
                    JOIN ledger_sealed_entry s ON s.entry_id = e.id
                    JOIN ledger_posting p ON p.entry_id = e.id
                    JOIN ledger_account a ON a.id = p.account_id
                    WHERE e.subject_id = :subject
                    ORDER BY s.seal, s.position, p.line
                    """;
    private static final String UNSEALED_ABOUT =
            """
            SELECT count(*) FROM ledger_unsealed u JOIN ledger_entry e ON e.id = u.entry_id WHERE e.subject_id = :subject
            """;
    private static final String SEAL =
            """
            SELECT number, encode(previous_hash, 'hex') AS previous_hash, encode(root, 'hex') AS root, entries, sealed_at,
                   encode(hash, 'hex') AS hash
            FROM ledger_seal
            """;
    private static final String LAST = SEAL + "ORDER BY number DESC LIMIT 1";
    private static final String SEAL_OF =
            SEAL + "WHERE number = (SELECT seal FROM ledger_sealed_entry WHERE entry_id = :entry)";
    private static final String SEALS_BETWEEN =
            SEAL + "WHERE sealed_at >= :from AND sealed_at < :to ORDER BY number LIMIT :limit";
    private static final String SEALS_ABOUT =
            SEAL
                    + """
                    WHERE number IN (
                        SELECT s.seal FROM ledger_entry e JOIN ledger_sealed_entry s ON s.entry_id = e.id
                        WHERE e.subject_id = :subject)
                    ORDER BY number LIMIT 1000
                    """;
    private static final String LAST_BETWEEN =
            SEAL
                    + """
                    WHERE number IN (
                        SELECT s.number
                        FROM generate_series(:first::timestamp, :last::timestamp, interval '1 day') AS d (day)
                        CROSS JOIN LATERAL (
                            SELECT number FROM ledger_seal
                            WHERE sealed_at >= d.day AT TIME ZONE 'Asia/Shanghai'
                              AND sealed_at < (d.day + interval '1 day') AT TIME ZONE 'Asia/Shanghai'
                            ORDER BY sealed_at DESC, number DESC LIMIT 1) s)
                    ORDER BY number DESC
                    """;
    private static final String COUNT_BETWEEN =
            """
            SELECT coalesce(sum(entries), 0)::bigint FROM ledger_seal WHERE sealed_at >= :from AND sealed_at < :to
            """;
    private static final String LEAVES =
            """
            SELECT entry_id, seal, encode(leaf, 'hex') AS leaf FROM ledger_sealed_entry
            WHERE seal BETWEEN :first AND :last ORDER BY seal, position
            """;
    private static final String INSERT =
            """
            WITH seal AS (
                INSERT INTO ledger_seal (number, previous_hash, root, entries, sealed_at, hash)
                VALUES (:number, decode(:previous, 'hex'), decode(:root, 'hex'), :entries, :at, decode(:hash, 'hex')))
            INSERT INTO ledger_sealed_entry (entry_id, seal, position, leaf)
            SELECT id, :number, position, decode(leaf, 'hex')
            FROM jsonb_to_recordset(:leaves::jsonb) AS l (id uuid, position int, leaf text)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SealStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A leaf under a seal. */
    record Leaf(UUID entryId, long seal, String leaf) {}

    private record Row(
            UUID id,
            String kind,
            UUID subjectId,
            @Nullable UUID reversesId,
            Instant bookedAt,
            String note,
            String account,
            @Nullable UUID organisationId,
            long amountFen) {}

    private record NewLeaf(UUID id, int position, String leaf) {}

    /** As exact as the database keeps it. */
    static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether nobody else is; until the caller's transaction ends. */
    Mono<Boolean> becomeTheSealer() {
        return database.sql(BECOME_THE_SEALER)
                .bind("lock", SEALER_LOCK)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<List<Canonical.Entry>> waiting(int limit) {
        return entries(database.sql(WAITING).bind("limit", limit));
    }

    Mono<List<Canonical.Entry>> sealedBetween(long first, long last) {
        return entries(database.sql(SEALED_BETWEEN).bind("first", first).bind("last", last));
    }

    Mono<Canonical.Entry> entry(UUID id) {
        return entries(database.sql(ONE).bind("id", id))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    Mono<List<Canonical.Entry>> sealedAbout(UUID subjectId) {
        return entries(database.sql(SEALED_ABOUT).bind("subject", subjectId));
    }

    /** How many entries about it wait for their seal. */
    Mono<Long> unsealedAbout(UUID subjectId) {
        return database.sql(UNSEALED_ABOUT).bind("subject", subjectId).mapValue(Long.class).one();
    }

    /** Those its entries lie under, in order. */
    Mono<List<SealView>> sealsAbout(UUID subjectId) {
        return database.sql(SEALS_ABOUT)
                .bind("subject", subjectId)
                .mapProperties(SealView.class)
                .all()
                .collectList();
    }

    Mono<SealView> last() {
        return database.sql(LAST).mapProperties(SealView.class).one();
    }

    Mono<SealView> sealOf(UUID entryId) {
        return database.sql(SEAL_OF).bind("entry", entryId).mapProperties(SealView.class).one();
    }

    Mono<List<SealView>> sealsBetween(Instant from, Instant to, int limit) {
        return database.sql(SEALS_BETWEEN)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapProperties(SealView.class)
                .all()
                .collectList();
    }

    /** The last seal of each day that has one, newest first. */
    Flux<SealView> lastOfDays(LocalDate first, LocalDate last) {
        return database.sql(LAST_BETWEEN)
                .bind("first", first)
                .bind("last", last)
                .mapProperties(SealView.class)
                .all();
    }

    Mono<Long> entriesSealedBetween(Instant from, Instant to) {
        return database.sql(COUNT_BETWEEN)
                .bind("from", from)
                .bind("to", to)
                .mapValue(Long.class)
                .one();
    }

    Mono<List<Leaf>> leaves(long first, long last) {
        return database.sql(LEAVES)
                .bind("first", first)
                .bind("last", last)
                .mapProperties(Leaf.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(SealView seal, List<Canonical.Entry> entries, List<String> leaves) {
        List<NewLeaf> rows =
                IntStream.range(0, leaves.size())
                        .mapToObj(i -> new NewLeaf(entries.get(i).id(), i, leaves.get(i)))
                        .toList();
        var spec =
                database.sql(INSERT)
                        .bind("number", seal.number())
                        .bind("root", seal.root())
                        .bind("entries", seal.entries())
                        .bind("at", seal.sealedAt())
                        .bind("hash", seal.hash())
                        .bind("leaves", json.writeValueAsString(rows));
        String previous = seal.previousHash();
        return (previous == null
                        ? spec.bindNull("previous", String.class)
                        : spec.bind("previous", previous))
                .then();
    }

    private static Mono<List<Canonical.Entry>> entries(DatabaseClient.GenericExecuteSpec query) {
        return query.mapProperties(Row.class).all().collectList().map(SealStore::group);
    }

    private static List<Canonical.Entry> group(List<Row> rows) {
        Map<UUID, Canonical.Entry> entries = new LinkedHashMap<>();
        for (Row row : rows) {
            entries.computeIfAbsent(row.id(), _ -> headOf(row))
                    .postings()
                    .add(
                            new Canonical.Posting(
                                    row.account(), row.organisationId(), row.amountFen()));
        }
        return List.copyOf(entries.values());
    }

    private static Canonical.Entry headOf(Row row) {
        return new Canonical.Entry(
                row.id(),
                row.kind(),
                row.subjectId(),
                row.reversesId(),
                row.bookedAt(),
                row.note(),
                new ArrayList<>());
    }
}
