package org.consumptionaid.marketplace.settlement;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whose statements there are. */
@Repository
class StatementOwnerStore {
    private static final String COOPERATIVE =
            "SELECT name FROM organisation WHERE id = :id AND kind = 'COOPERATIVE'";

    private final DatabaseClient database;

    StatementOwnerStore(DatabaseClient database) {
        this.database = database;
    }

    /** Its name. */
    Mono<String> cooperative(UUID id) {
        return database.sql(COOPERATIVE).bind("id", id).mapValue(String.class).one();
    }
}
