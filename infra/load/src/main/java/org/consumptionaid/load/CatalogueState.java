package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the database says there is, what the index has, and whether that is the same. */
final class CatalogueState {
    private static final int PAGE_DOCUMENTS = 5_000;
    private static final String FIRST_ID = "00000000-0000-0000-0000-000000000000";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String VERSIONS =
            "SELECT id::text, version FROM catalog_document WHERE id > ?::uuid ORDER BY id LIMIT "
                    + PAGE_DOCUMENTS;
    private static final String SETTLED =
            """
            SELECT live IS NOT NULL AND next IS NULL AND NOT EXISTS (SELECT FROM catalog_change)
            FROM catalog_index
            """;

    private final Connection connection;
    private final Elastic elastic;

    CatalogueState(Connection connection, Elastic elastic) {
        this.connection = connection;
        this.elastic = elastic;
    }

    /** A document by what identifies its content. */
    record Versioned(String id, long version) {}

    /** The index that search reads, as the database knows it; null before the first. */
    @Nullable String live() throws SQLException {
        return text("SELECT live FROM catalog_index");
    }

    long parked() throws SQLException {
        return Long.parseLong(String.valueOf(text("SELECT count(*) FROM catalog_change_parked")));
    }

    void rebuild() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY catalog_rebuild");
        }
    }

    /** Waits until no change and no rebuild is on its way. */
    void awaitSettled(Duration limit) throws SQLException {
        await(limit, () -> "t".equals(text(SETTLED)));
    }

    /** Waits until search reads another index than this one, and nothing is left to do. */
    void awaitOtherThan(@Nullable String old, Duration limit) throws SQLException {
        await(
                limit,
                () -> {
                    String live = text("SELECT live FROM catalog_index WHERE next IS NULL");
                    return live != null && !live.equals(old);
                });
    }

    /**
     * Compares every id and version, page by page, in the order of ids.
     *
     * @return how many documents both have
     * @throws IllegalStateException names the first that differs
     */
    long compare() throws SQLException {
        String index = String.valueOf(live());
        elastic.send("POST", "/" + index + "/_refresh", "");
        Iterator<Versioned> inDatabase = new Pages(this::databasePage);
        Iterator<Versioned> inIndex = new Pages(last -> indexPage(index, last));
        long same = 0;
        while (inDatabase.hasNext() && inIndex.hasNext()) {
            Versioned wanted = inDatabase.next();
            Versioned found = inIndex.next();
            if (!wanted.equals(found)) {
                throw new IllegalStateException("should be " + wanted + ", is " + found);
            }
            same++;
        }
        if (inDatabase.hasNext() || inIndex.hasNext()) {
            throw new IllegalStateException(
                    "only in "
                            + (inIndex.hasNext()
                                    ? "the index: " + inIndex.next()
                                    : "the database: " + inDatabase.next()));
        }
        return same;
    }

    private List<Versioned> databasePage(String after) {
        List<Versioned> page = new java.util.ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
            statement.setString(1, after);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                page.add(new Versioned(rows.getString(1), rows.getLong(2)));
            }
            return page;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Versioned> indexPage(String index, String after) {
        String body =
                """
                {"size": %d, "version": true, "_source": false, "sort": [{"id": "asc"}], "search_after": ["%s"]}
                """
                        .formatted(PAGE_DOCUMENTS, after);
        JsonNode hits = elastic.send("POST", "/" + index + "/_search", body).at("/hits/hits");
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> new Versioned(hit.get("_id").asString(), hit.get("_version").asLong()))
                .toList();
    }

    private @Nullable String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Duration limit, Condition condition) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + limit.toSeconds() + " s");
            }
            Pause.of(LOOK_EVERY);
        }
    }

    /** One page in memory at a time; an empty one is the end. */
    private static final class Pages implements Iterator<Versioned> {
        private final Function<String, List<Versioned>> pageAfter;
        private Iterator<Versioned> page = List.<Versioned>of().iterator();
        private String last = FIRST_ID;
        private boolean ended;

        Pages(Function<String, List<Versioned>> pageAfter) {
            this.pageAfter = pageAfter;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !ended) {
                page = pageAfter.apply(last).iterator();
                ended = !page.hasNext();
            }
            return page.hasNext();
        }

        @Override
        public Versioned next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Versioned next = page.next();
            last = next.id();
            return next;
        }
    }
}
