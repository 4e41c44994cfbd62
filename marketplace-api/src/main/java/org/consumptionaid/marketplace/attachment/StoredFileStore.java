package org.consumptionaid.marketplace.attachment;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rows of {@code stored_file}; the view {@code file_in_use} names whatever needs one. */
@Repository
class StoredFileStore {
    private static final String DOUBT =
            """
            INSERT INTO stored_file (sha256, doubtful_since)
            SELECT DISTINCT sha256, :now::timestamptz FROM unnest(:files::text[]) AS sha256 ORDER BY sha256
            ON CONFLICT (sha256) DO UPDATE SET doubtful_since = excluded.doubtful_since
            """;
    private static final String LOCK_DOUBTFUL =
            """
            SELECT f.sha256, EXISTS (SELECT FROM file_in_use u WHERE u.sha256 = f.sha256) AS needed
            FROM stored_file f WHERE f.doubtful_since < :before
            ORDER BY f.doubtful_since LIMIT :most FOR UPDATE SKIP LOCKED
            """;
    private static final String SETTLE =
            """
            WITH needed AS (
                UPDATE stored_file SET doubtful_since = NULL WHERE sha256 = ANY(:needed))
            DELETE FROM stored_file WHERE sha256 = ANY(:idle)
            """;

    private final DatabaseClient database;

    StoredFileStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> doubt(List<String> files, Instant now) {
        return database.sql(DOUBT)
                .bind("files", files.toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    /** Those in doubt for longest; they stay locked until the transaction ends. */
    Mono<List<DoubtfulFile>> lockDoubtful(Instant before, int most) {
        return database.sql(LOCK_DOUBTFUL)
                .bind("before", before)
                .bind("most", most)
                .mapProperties(DoubtfulFile.class)
                .all()
                .collectList();
    }

    /** Ends the doubt about the one, forgets the other. */
    Mono<Void> settle(List<String> needed, List<String> idle) {
        return database.sql(SETTLE)
                .bind("needed", needed.toArray(String[]::new))
                .bind("idle", idle.toArray(String[]::new))
                .then();
    }
}
