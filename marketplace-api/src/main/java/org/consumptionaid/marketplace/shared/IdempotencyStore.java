package org.consumptionaid.marketplace.shared;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class IdempotencyStore {
    private static final String CLAIM =
            """
            INSERT INTO idempotency (person_id, key, input_hash, created_at)
            VALUES (:person, :key, :hash, :now)
            ON CONFLICT (person_id, key) DO NOTHING
            """;
    private static final String ANSWER =
            """
            UPDATE idempotency SET answer = :answer::jsonb WHERE person_id = :person AND key = :key
            """;
    private static final String FIND =
            """
            SELECT input_hash, answer::text AS answer FROM idempotency WHERE person_id = :person AND key = :key
            """;
    private static final String DELETE = "DELETE FROM idempotency WHERE created_at < :before";

    private final DatabaseClient database;

    IdempotencyStore(DatabaseClient database) {
        this.database = database;
    }

    record Kept(String inputHash, String answer) {}

    /** Whether the key is new; waits for a transaction that is using it. */
    Mono<Boolean> claim(UUID personId, IdempotencyKey key, String hash, Instant now) {
        return database.sql(CLAIM)
                .bind("person", personId)
                .bind("key", key.value())
                .bind("hash", hash)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Long> answer(UUID personId, IdempotencyKey key, String answer) {
        return database.sql(ANSWER)
                .bind("person", personId)
                .bind("key", key.value())
                .bind("answer", answer)
                .fetch()
                .rowsUpdated();
    }

    Mono<Kept> find(UUID personId, IdempotencyKey key) {
        return database.sql(FIND)
                .bind("person", personId)
                .bind("key", key.value())
                .map(row ->
                        new Kept(
                                Objects.requireNonNull(row.get("input_hash", String.class)),
                                Objects.requireNonNull(row.get("answer", String.class))))
                .one();
    }

    Mono<Void> deleteOlderThan(Instant before) {
        return database.sql(DELETE).bind("before", before).then();
    }
}
