package org.consumptionaid.marketplace.sheets;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportStore {
    private static final int ROWS_AT_ONCE = 500;
    private static final String INSERT_JOB =
            """
            INSERT INTO import_job (id, organisation_id, person_id, file_name, titles, rows, created_at, updated_at)
            VALUES (:id, :organisation, :person, :fileName, :titles::jsonb, :rows, :now, :now)
            """;
    private static final String INSERT_ROWS =
            """
            INSERT INTO import_row (import_id, row_number, cells)
            SELECT :id, r.number, r.cells::jsonb FROM unnest(:numbers, :cells) AS r (number, cells)
            """;
    private static final String JOB =
            """
            SELECT id, organisation_id, person_id, file_name, state, titles::text AS titles, rows, added, changed,
                   unchanged, bad, good_rows_only, created_at
            FROM import_job
            """;
    private static final String FIND = JOB + "WHERE id = :id AND organisation_id = :organisation";
    private static final String RECENT =
            JOB + "WHERE organisation_id = :organisation ORDER BY id DESC LIMIT 20";
    private static final String TAKE =
            JOB + "WHERE state = :state ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String UNCHECKED =
            """
            SELECT row_number, cells::text AS cells FROM import_row
            WHERE import_id = :id AND outcome IS NULL ORDER BY row_number LIMIT :limit
            """;
    private static final String EARLIER =
            """
            SELECT key, min(r.row_number) AS row_number FROM import_row r CROSS JOIN unnest(r.keys) AS key
            WHERE r.import_id = :id AND r.outcome IS NOT NULL GROUP BY key
            """;
    private static final String SAVE_ROWS =
            """
            UPDATE import_row r
            SET outcome = c.outcome, keys = ARRAY(SELECT jsonb_array_elements_text(c.keys::jsonb)),
                draft = nullif(c.draft::jsonb, 'null'), wrongs = nullif(c.wrongs::jsonb, 'null')
            FROM unnest(:numbers, :outcomes, :keys, :drafts, :wrongs) AS c (number, outcome, keys, draft, wrongs)
            WHERE r.import_id = :id AND r.row_number = c.number
            """;
    private static final String COUNT =
            """
            UPDATE import_job j
            SET added = c.added, changed = c.changed, unchanged = c.unchanged, bad = c.bad, tries = 0, updated_at = :now,
                state = CASE WHEN c.checked = j.rows THEN 'CHECKED' ELSE 'CHECKING' END
            FROM (SELECT count(*) FILTER (WHERE outcome = 'NEW') AS added,
                         count(*) FILTER (WHERE outcome = 'CHANGE') AS changed,
                         count(*) FILTER (WHERE outcome = 'SAME') AS unchanged,
                         count(*) FILTER (WHERE outcome = 'BAD') AS bad, count(outcome) AS checked
                  FROM import_row WHERE import_id = :id) c
            WHERE j.id = :id
            """;
    private static final String CHOOSE =
            """
            UPDATE import_job SET state = 'APPLYING', good_rows_only = :goodRowsOnly, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'CHECKED'
              AND (bad = 0 OR :goodRowsOnly) AND added + changed + unchanged > 0
            """;
    private static final String DRAFTS =
            """
            SELECT row_number, draft::text AS draft FROM import_row
            WHERE import_id = :id AND draft IS NOT NULL ORDER BY row_number
            """;
    private static final String MISSED =
            """
            UPDATE import_job
            SET tries = tries + 1, updated_at = :now, state = CASE WHEN tries + 1 < :most THEN state ELSE 'FAILED' END
            WHERE id = :id AND state IN ('CHECKING', 'APPLYING')
            """;
    private static final String SET_STATE =
            "UPDATE import_job SET state = :state, updated_at = :now WHERE id = :id";
    private static final String LINK =
            """
            UPDATE import_row r SET product_id = l.product
            FROM unnest(:numbers, :products) AS l (number, product)
            WHERE r.import_id = :id AND r.row_number = l.number
            """;
    private static final String LISTED =
            """
            SELECT r.row_number, p.id, p.name FROM import_row r JOIN product p ON p.id = r.product_id
            WHERE r.import_id = :id ORDER BY r.row_number LIMIT :limit
            """;
    private static final String REFUSE_ROW =
            """
            UPDATE import_row SET outcome = 'BAD', draft = NULL, wrongs = :wrongs::jsonb
            WHERE import_id = :id AND row_number = :number
            """;
    private static final String MARKED =
            """
            SELECT row_number, cells::text AS cells, coalesce(wrongs, '[]')::text AS wrongs FROM import_row
            WHERE import_id = :id AND (outcome = 'BAD' OR NOT :onlyBad) ORDER BY row_number LIMIT :limit
            """;
    private static final String DELETE = "DELETE FROM import_job WHERE created_at < :before";

    private final DatabaseClient database;
    private final JsonMapper json;

    ImportStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A row and what is wrong with it; nothing if it is good. */
    record MarkedRow(SheetRow row, List<Wrong> wrongs) {}

    record NumberedDraft(int number, Draft draft) {}

    /** A row that is a product now. */
    record ListedRow(int row, UUID id, String name) {}

    Mono<Void> insert(
            UUID id,
            UUID organisationId,
            UUID personId,
            String fileName,
            ReadSheet sheet,
            Instant now) {
        Mono<Void> rows =
                Flux.fromIterable(sheet.rows())
                        .buffer(ROWS_AT_ONCE)
                        .concatMap(some -> insertRows(id, some))
                        .then();
        return database.sql(INSERT_JOB)
                .bind("id", id)
                .bind("organisation", organisationId)
                .bind("person", personId)
                .bind("fileName", fileName)
                .bind("titles", json.writeValueAsString(sheet.titles()))
                .bind("rows", sheet.rows().size())
                .bind("now", now)
                .then()
                .then(rows);
    }

    Mono<ImportJob> find(UUID id, UUID organisationId) {
        return database.sql(FIND)
                .bind("id", id)
                .bind("organisation", organisationId)
                .map(this::job)
                .one();
    }

    Mono<List<ImportJob>> recent(UUID organisationId) {
        return database.sql(RECENT)
                .bind("organisation", organisationId)
                .map(this::job)
                .all()
                .collectList();
    }

    /** The oldest import in this state that nobody works on. */
    Mono<ImportJob> take(ImportState state) {
        return database.sql(TAKE).bind("state", state.name()).map(this::job).one();
    }

    Mono<List<SheetRow>> unchecked(UUID id) {
        return database.sql(UNCHECKED)
                .bind("id", id)
                .bind("limit", ROWS_AT_ONCE)
                .map(this::row)
                .all()
                .collectList();
    }

    /** The first row of each key among the rows that were checked. */
    Mono<Map<String, Integer>> earlierKeys(UUID id) {
        return database.sql(EARLIER)
                .bind("id", id)
                .map(row -> Map.entry(text(row, "key"), number(row, "row_number")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> save(UUID id, List<CheckedRow> rows) {
        return database.sql(SAVE_ROWS)
                .bind("id", id)
                .bind("numbers", rows.stream().map(CheckedRow::number).toArray(Integer[]::new))
                .bind("outcomes", texts(rows, row -> row.outcome().name()))
                .bind("keys", texts(rows, row -> json.writeValueAsString(row.keys())))
                .bind("drafts", texts(rows, this::draft))
                .bind("wrongs", texts(rows, this::wrongs))
                .then();
    }

    /** Counts the rows anew; when all are checked, the import is. */
    Mono<Void> count(UUID id, Instant now) {
        return database.sql(COUNT).bind("id", id).bind("now", now).then();
    }

    /** Whether the choice could be made. */
    Mono<Boolean> choose(UUID id, UUID organisationId, boolean goodRowsOnly, Instant now) {
        return database.sql(CHOOSE)
                .bind("id", id)
                .bind("organisation", organisationId)
                .bind("goodRowsOnly", goodRowsOnly)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<List<NumberedDraft>> drafts(UUID id) {
        return database.sql(DRAFTS)
                .bind("id", id)
                .map(row ->
                        new NumberedDraft(
                                number(row, "row_number"),
                                json.readValue(text(row, "draft"), Draft.class)))
                .all()
                .collectList();
    }

    /**
     * Work that came to nothing for a passing reason; after so many times the import has failed.
     */
    Mono<Void> missed(UUID id, int most, Instant now) {
        return database.sql(MISSED).bind("id", id).bind("most", most).bind("now", now).then();
    }

    Mono<Void> setState(UUID id, ImportState state, Instant now) {
        return database.sql(SET_STATE)
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now)
                .then();
    }

    /** Remembers which product each row became. */
    Mono<Void> link(UUID id, List<NumberedDraft> rows, List<UUID> products) {
        return rows.isEmpty()
                ? Mono.empty()
                : database.sql(LINK)
                        .bind("id", id)
                        .bind(
                                "numbers",
                                rows.stream().map(NumberedDraft::number).toArray(Integer[]::new))
                        .bind("products", products.toArray(UUID[]::new))
                        .then();
    }

    /** What became products, in the order of the rows. */
    Mono<List<ListedRow>> listed(UUID id, int limit) {
        return database.sql(LISTED)
                .bind("id", id)
                .bind("limit", limit)
                .map(row ->
                        new ListedRow(
                                number(row, "row_number"),
                                Objects.requireNonNull(row.get("id", UUID.class)),
                                text(row, "name")))
                .all()
                .collectList();
    }

    Mono<Void> refuseRow(UUID id, int number, Wrong wrong) {
        return database.sql(REFUSE_ROW)
                .bind("id", id)
                .bind("number", number)
                .bind("wrongs", json.writeValueAsString(List.of(wrong)))
                .then();
    }

    Mono<List<MarkedRow>> marked(UUID id, boolean onlyBad, int limit) {
        return database.sql(MARKED)
                .bind("id", id)
                .bind("onlyBad", onlyBad)
                .bind("limit", limit)
                .map(row ->
                        new MarkedRow(
                                row(row),
                                List.of(json.readValue(text(row, "wrongs"), Wrong[].class))))
                .all()
                .collectList();
    }

    Mono<Void> deleteOlderThan(Instant before) {
        return database.sql(DELETE).bind("before", before).then();
    }

    private Mono<Void> insertRows(UUID id, List<SheetRow> rows) {
        return database.sql(INSERT_ROWS)
                .bind("id", id)
                .bind("numbers", rows.stream().map(SheetRow::number).toArray(Integer[]::new))
                .bind(
                        "cells",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.cells()))
                                .toArray(String[]::new))
                .then();
    }

    private static String[] texts(List<CheckedRow> rows, Function<CheckedRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private String draft(CheckedRow row) {
        return json.writeValueAsString(row.draft());
    }

    private String wrongs(CheckedRow row) {
        return row.wrongs().isEmpty() ? "null" : json.writeValueAsString(row.wrongs());
    }

    private SheetRow row(Readable row) {
        return new SheetRow(
                number(row, "row_number"),
                Arrays.asList(json.readValue(text(row, "cells"), Cell[].class)));
    }

    private ImportJob job(Readable row) {
        return new ImportJob(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("organisation_id", UUID.class)),
                Objects.requireNonNull(row.get("person_id", UUID.class)),
                text(row, "file_name"),
                ImportState.valueOf(text(row, "state")),
                List.of(json.readValue(text(row, "titles"), String[].class)),
                number(row, "rows"),
                number(row, "added"),
                number(row, "changed"),
                number(row, "unchanged"),
                number(row, "bad"),
                row.get("good_rows_only", Boolean.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
