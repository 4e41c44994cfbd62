package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ExpiryStore {
    // Skips what another instance, the buyer or the cooperative has in hand; the conditions are
    // looked
    // at again once the row is locked.
    private static final String LOCK_OVERDUE =
            """
            SELECT id FROM purchase_order
            WHERE (state = 'PLACED' AND placed_at < :placedBefore)
               OR (state = 'CONFIRMED' AND terms = 'PAY_FIRST' AND due_on < :dueBefore AND paid_fen < total_fen)
            LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private final DatabaseClient database;

    ExpiryStore(DatabaseClient database) {
        this.database = database;
    }

    /** An order that was placed, or had to be paid, before; nobody else can change it now. */
    Mono<UUID> lockOverdue(Instant placedBefore, LocalDate dueBefore) {
        return database.sql(LOCK_OVERDUE)
                .bind("placedBefore", placedBefore)
                .bind("dueBefore", dueBefore)
                .mapValue(UUID.class)
                .one();
    }
}
