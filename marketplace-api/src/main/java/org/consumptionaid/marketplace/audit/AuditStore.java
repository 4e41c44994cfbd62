package org.consumptionaid.marketplace.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which orders are a unit's of a year. */
@Repository
class AuditStore {
    static final int PAGE = 100;

    private static final String UNIT =
            "SELECT name FROM organisation WHERE id = :unit AND kind = 'BUDGET_UNIT'";
    private static final String ORDERS =
            """
            SELECT id FROM purchase_order
            WHERE buyer_id = :unit AND id > :after AND placed_at >= :start AND placed_at < :end
            ORDER BY id LIMIT :limit
            """;

    private final DatabaseClient database;

    AuditStore(DatabaseClient database) {
        this.database = database;
    }

    /** A budget unit's name. */
    Mono<String> unit(UUID id) {
        return database.sql(UNIT).bind("unit", id).mapValue(String.class).one();
    }

    /** The next ones, {@link #PAGE} at most. */
    Mono<List<UUID>> orders(UUID unit, int year, UUID after) {
        return database.sql(ORDERS)
                .bind("unit", unit)
                .bind("after", after)
                .bind("start", BusinessDay.start(LocalDate.of(year, 1, 1)))
                .bind("end", BusinessDay.start(LocalDate.of(year + 1, 1, 1)))
                .bind("limit", PAGE)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }
}
