package org.consumptionaid.marketplace.opendata;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ReleaseStore {
    // What was never signed is not published, nor that it went off.
    private static final String PUBLISH =
            """
            INSERT INTO open_release (order_id, seq, made_at, document)
            SELECT :order, n.next, :now, ocds_release(:order, n.next, :prefix, :now)
            FROM (SELECT 1 + coalesce(max(seq), 0) AS next FROM open_release WHERE order_id = :order) n
            WHERE :signed OR n.next > 1
            """;
    private static final String AFTER =
            """
            SELECT made_in::text::bigint AS transaction, id, document FROM open_release
            WHERE (made_in, id) > (:transaction::text::xid8, :id) AND made_in < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY made_in, id LIMIT :limit
            """;
    private static final String OF_ORDER =
            """
            SELECT r.made_in::text::bigint AS transaction, r.id, r.document
            FROM open_release r JOIN purchase_order o ON o.id = r.order_id
            WHERE o.number = :number ORDER BY r.seq LIMIT 1000
            """;

    private final DatabaseClient database;

    ReleaseStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> publish(UUID orderId, boolean signed, String prefix, Instant now) {
        return database.sql(PUBLISH)
                .bind("order", orderId)
                .bind("signed", signed)
                .bind("prefix", prefix)
                .bind("now", now)
                .then();
    }

    /** What nobody can put anything before any more. */
    Mono<List<Release>> after(FeedCursor cursor, int limit) {
        return database.sql(AFTER)
                .bind("transaction", Long.toString(cursor.transaction()))
                .bind("id", cursor.id())
                .bind("limit", limit)
                .map(ReleaseStore::release)
                .all()
                .collectList();
    }

    /** An order's, oldest first. */
    Mono<List<Release>> ofOrder(String number) {
        return database.sql(OF_ORDER)
                .bind("number", number)
                .map(ReleaseStore::release)
                .all()
                .collectList();
    }

    private static Release release(Readable row) {
        return new Release(
                new FeedCursor(
                        Objects.requireNonNull(row.get("transaction", Long.class)),
                        Objects.requireNonNull(row.get("id", Long.class))),
                Objects.requireNonNull(row.get("document", String.class)));
    }
}
