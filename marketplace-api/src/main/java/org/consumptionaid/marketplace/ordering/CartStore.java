package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class CartStore {
    private static final String LINES =
            """
            SELECT product_id, quantity FROM cart_line WHERE person_id = :person ORDER BY added_at, product_id LIMIT 200
            """;
    private static final String PUT =
            """
            INSERT INTO cart_line (person_id, product_id, quantity, added_at)
            SELECT :person, :product, :quantity, :now
            WHERE (SELECT count(*) FROM cart_line WHERE person_id = :person AND product_id <> :product) < :most
            ON CONFLICT (person_id, product_id) DO UPDATE SET quantity = excluded.quantity
            """;
    private static final String REMOVE =
            """
            DELETE FROM cart_line WHERE person_id = :person AND product_id = ANY(:products)
            """;

    private final DatabaseClient database;

    CartStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Wanted>> lines(UUID personId) {
        return database.sql(LINES)
                .bind("person", personId)
                .mapProperties(Wanted.class)
                .all()
                .collectList();
    }

    /** False if the cart is full. */
    Mono<Boolean> put(UUID personId, Wanted wanted, int most, Instant now) {
        return database.sql(PUT)
                .bind("person", personId)
                .bind("product", wanted.productId())
                .bind("quantity", wanted.quantity())
                .bind("most", most)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> remove(UUID personId, List<Wanted> wanted) {
        return database.sql(REMOVE)
                .bind("person", personId)
                .bind("products", wanted.stream().map(Wanted::productId).toArray(UUID[]::new))
                .then();
    }
}
