package org.consumptionaid.marketplace.fulfilment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.OrderLineView;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LotStore {
    /** The letter of lot numbers (Pici). */
    private static final char LETTER = 'P';

    private static final String NEXT_NUMBERS =
            "SELECT nextval('lot_number') AS number FROM generate_series(1, :count)";
    private static final String INSERT =
            """
            INSERT INTO lot (number, order_id, line, grams, shipped_at)
            SELECT l.number, :order, l.line, l.grams, :now
            FROM jsonb_to_recordset(:lots::jsonb) AS l (number text, line smallint, grams bigint)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    LotStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Lot(String number, int line, long grams) {}

    Mono<Void> insertLots(OrderView order, Instant now) {
        return database.sql(NEXT_NUMBERS)
                .bind("count", order.lines().size())
                .map(row -> Objects.requireNonNull(row.get("number", Long.class)))
                .all()
                .collectList()
                .flatMap(numbers -> insert(order.id(), lots(order.lines(), numbers), now));
    }

    private Mono<Void> insert(UUID orderId, List<Lot> lots, Instant now) {
        return database.sql(INSERT)
                .bind("order", orderId)
                .bind("lots", json.writeValueAsString(lots))
                .bind("now", now)
                .then();
    }

    private static List<Lot> lots(List<OrderLineView> lines, List<Long> numbers) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            OrderLineView line = lines.get(i);
            lots.add(
                    new Lot(
                            CheckedNumber.of(LETTER, numbers.get(i)),
                            line.line(),
                            line.orderedGrams()));
        }
        return lots;
    }
}
