package org.consumptionaid.marketplace.procurement;

import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ProcurementStore {
    private static final String YEAR =
            """
            SELECT coalesce(sum(coalesce(accepted_fen, total_fen)), 0)::bigint AS ordered_fen,
                   coalesce(sum(accepted_fen) FILTER (WHERE state IN ('PAID', 'SETTLED')), 0)::bigint AS counted_fen
            FROM purchase_order
            WHERE buyer_id = :unit AND placed_at >= :start AND placed_at < :end
              AND state NOT IN ('CANCELLED', 'REJECTED')
            """;

    private final DatabaseClient database;

    ProcurementStore(DatabaseClient database) {
        this.database = database;
    }

    record Sums(long orderedFen, long countedFen) {}

    Mono<Sums> year(UUID unitId, int year) {
        return database.sql(YEAR)
                .bind("unit", unitId)
                .bind("start", BusinessDay.start(LocalDate.of(year, 1, 1)))
                .bind("end", BusinessDay.start(LocalDate.of(year + 1, 1, 1)))
                .mapProperties(Sums.class)
                .one();
    }
}
