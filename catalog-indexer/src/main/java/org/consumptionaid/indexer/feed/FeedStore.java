package org.consumptionaid.indexer.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.consumptionaid.indexer.index.CatalogDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The statements of the feed and the rebuild. Transactions are the callers'. */
@Repository
class FeedStore {

    /**
     * Counting more would cost more than the figure is worth: from here on the feed is simply far
     * behind.
     */
    static final int PENDING_COUNT_MAX = 100_000;

    /**
     * Key of the advisory lock under which one process at a time changes indices: "catalog" in
     * ASCII.
     */
    private static final long REBUILD_LOCK = 0x636174616c6f67L;

    private static final int SNAPSHOT_FETCH_ROWS = 1_000;

    private static final String NAMES = "SELECT live, next FROM catalog_index";

    private static final String NAMES_FOR_BATCH = "SELECT live, next FROM catalog_index FOR SHARE";

    // An array, not a join: of a table that is mostly empty the planner expects one row, and joins
    // thousands to
    // the taken ones in a loop. Measured with 20,000 waiting: 750 ms a batch instead of 10.
    private static final String TAKE =
            """
            DELETE FROM catalog_change WHERE id = ANY (ARRAY(
                SELECT id FROM catalog_change ORDER BY id LIMIT :rows FOR UPDATE SKIP LOCKED))
            RETURNING aggregateid
            """;

    private static final String DOCUMENTS =
            "SELECT id, version, document::text FROM catalog_document WHERE id = ANY (:ids)";

    private static final String ALL_DOCUMENTS =
            "SELECT id, version, document::text FROM catalog_document";

    // Numbered, not dated: a batch may begin before a rebuild and park after it, and a clock may be
    // set back.
    private static final String PARK =
            """
            INSERT INTO catalog_change_parked (product_id, error, parked_at)
            SELECT id, error, clock_timestamp() FROM unnest(:ids, :errors) AS refused (id, error)
            ON CONFLICT (product_id) DO UPDATE
            SET error = excluded.error, parked_at = excluded.parked_at,
                parked_number = excluded.parked_number
            """;

    private static final String UNPARK =
            "DELETE FROM catalog_change_parked WHERE product_id = ANY (:ids)";

    private static final String UNPARK_OLDER =
            "DELETE FROM catalog_change_parked WHERE parked_number < :number";

    private static final String BACKLOG =
            """
            SELECT (SELECT count(*) FROM (SELECT FROM catalog_change LIMIT :max) AS capped) AS pending,
                   coalesce((SELECT greatest(0, extract(epoch FROM clock_timestamp() - created_at))
                             FROM catalog_change ORDER BY id LIMIT 1), 0) AS lag_seconds,
                   (SELECT count(*) FROM catalog_change_parked) AS parked
            """;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(:key)";

    // A row lock that batches share is granted past an UPDATE that waits for it, so busy feeds
    // could hold a rebuild
    // off for ever. The table's lock has a queue: batches that come later wait behind it.
    private static final String WAIT_FOR_BATCHES = "LOCK TABLE catalog_index IN EXCLUSIVE MODE";

    private static final String SET_NAMES =
            """
            UPDATE catalog_index SET live = :live, next = :next, updated_at = now()
            RETURNING nextval('catalog_parked_number')
            """;

    private static final String GO_LIVE =
            """
            UPDATE catalog_index SET live = next, next = NULL, updated_at = now() WHERE next = :next
            """;

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    IndexNames names() {
        return jdbc.sql(NAMES).query(IndexNames.class).single();
    }

    /** Holds off every change of the names until the transaction ends. */
    IndexNames namesForBatch() {
        return jdbc.sql(NAMES_FOR_BATCH).query(IndexNames.class).single();
    }

    /** Takes the oldest changes that nobody else is at; a rollback gives them back. */
    List<UUID> take(int rows) {
        return jdbc.sql(TAKE).param("rows", rows).query(FeedStore::toProduct).list();
    }

    List<CatalogDocument> documents(Collection<UUID> ids) {
        return jdbc.sql(DOCUMENTS).param("ids", uuids(ids)).query(FeedStore::toDocument).list();
    }

    /**
     * To be closed, inside a transaction: outside of one the driver would load every row at once.
     */
    Stream<CatalogDocument> allDocuments() {
        return jdbc
                .sql(ALL_DOCUMENTS)
                .withFetchSize(SNAPSHOT_FETCH_ROWS)
                .query(FeedStore::toDocument)
                .stream();
    }

    void park(Map<UUID, String> refused) {
        if (refused.isEmpty()) {
            return;
        }
        // In the order of ids, so that two transactions never wait for each other's rows.
        SortedMap<UUID, String> ordered = new TreeMap<>(refused);
        jdbc.sql(PARK)
                .param("ids", uuids(ordered.keySet()))
                .param("errors", new SqlArrayValue("text", ordered.values().toArray()))
                .update();
    }

    void unpark(Collection<UUID> ids) {
        jdbc.sql(UNPARK).param("ids", uuids(ids)).update();
    }

    void unparkOlderThan(long number) {
        jdbc.sql(UNPARK_OLDER).param("number", number).update();
    }

    Backlog backlog() {
        return jdbc.sql(BACKLOG).param("max", PENDING_COUNT_MAX).query(Backlog.class).single();
    }

    /** Whether this transaction is now the one that may change indices. */
    boolean tryLock() {
        return jdbc.sql(TRY_LOCK).param("key", REBUILD_LOCK).query(Boolean.class).single();
    }

    /**
     * Waits for batches in flight, then names the indices anew; the number after all that is
     * parked.
     */
    long name(@Nullable String live, @Nullable String next) {
        jdbc.sql(WAIT_FOR_BATCHES).update();
        return jdbc.sql(SET_NAMES)
                .param("live", live)
                .param("next", next)
                .query(Long.class)
                .single();
    }

    /** Waits for batches in flight, then makes next live; false when it is no longer next. */
    boolean goLive(String next) {
        jdbc.sql(WAIT_FOR_BATCHES).update();
        return jdbc.sql(GO_LIVE).param("next", next).update() == 1;
    }

    private static UUID toProduct(ResultSet row, int number) throws SQLException {
        return row.getObject("aggregateid", UUID.class);
    }

    /** The bytes of a text are its UTF-8, which Elasticsearch takes as they are. */
    private static CatalogDocument toDocument(ResultSet row, int number) throws SQLException {
        return new CatalogDocument(
                row.getObject("id", UUID.class), row.getLong("version"), row.getBytes("document"));
    }

    private static SqlArrayValue uuids(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
