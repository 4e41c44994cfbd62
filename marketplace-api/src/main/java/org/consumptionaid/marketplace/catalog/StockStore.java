package org.consumptionaid.marketplace.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class StockStore {
    // Rows are locked in id order before any is written, so that two orders over the same products
    // wait for each
    // other and never lock each other out. The condition is looked at again after the wait.
    private static final String RESERVE =
            """
            WITH wanted AS (SELECT * FROM unnest(:ids, :quantities) AS w (product_id, quantity)),
            locked AS MATERIALIZED (
                SELECT s.product_id FROM stock s JOIN wanted USING (product_id) ORDER BY s.product_id FOR UPDATE OF s)
            UPDATE stock s
            SET available = s.available - w.quantity, reserved = s.reserved + w.quantity, version = s.version + 1
            FROM wanted w JOIN locked USING (product_id)
            WHERE s.product_id = w.product_id AND s.available >= w.quantity
            RETURNING s.product_id
            """;
    private static final String RELEASE =
            """
            WITH wanted AS (SELECT * FROM unnest(:ids, :quantities) AS w (product_id, quantity)),
            locked AS MATERIALIZED (
                SELECT s.product_id FROM stock s JOIN wanted USING (product_id) ORDER BY s.product_id FOR UPDATE OF s)
            UPDATE stock s
            SET available = least(s.available + w.quantity, 1000000000), reserved = s.reserved - w.quantity, version = s.version + 1
            FROM wanted w JOIN locked USING (product_id)
            WHERE s.product_id = w.product_id
            """;
    private static final String SELL =
            """
            WITH wanted AS (SELECT * FROM unnest(:ids, :quantities) AS w (product_id, quantity)),
            locked AS MATERIALIZED (
                SELECT s.product_id FROM stock s JOIN wanted USING (product_id) ORDER BY s.product_id FOR UPDATE OF s)
            UPDATE stock s
            SET sold = s.sold + w.quantity, reserved = s.reserved - w.quantity, version = s.version + 1
            FROM wanted w JOIN locked USING (product_id)
            WHERE s.product_id = w.product_id
            """;
    private static final String TAKE_BACK =
            """
            WITH wanted AS (SELECT * FROM unnest(:ids, :quantities) AS w (product_id, quantity)),
            locked AS MATERIALIZED (
                SELECT s.product_id FROM stock s JOIN wanted USING (product_id) ORDER BY s.product_id FOR UPDATE OF s)
            UPDATE stock s
            SET available = least(s.available + w.quantity, 1000000000), sold = s.sold - w.quantity, version = s.version + 1
            FROM wanted w JOIN locked USING (product_id)
            WHERE s.product_id = w.product_id
            """;
    private static final String OFFERS =
            """
            SELECT p.id AS product_id, p.name, p.category_code, p.county_code, d.name AS county_name,
                   p.organisation_id, o.name AS organisation_name, p.grade, p.unit, p.net_weight_grams, p.price_fen,
                   t.tiers, s.available, p.listed, c.number AS certificate_number
            FROM product p
            JOIN stock s ON s.product_id = p.id
            JOIN division d ON d.code = p.county_code
            JOIN organisation o ON o.id = p.organisation_id
            LEFT JOIN LATERAL certificate_in_force(p.organisation_id, p.category_code, :now) c ON true
            CROSS JOIN LATERAL price_tiers(p.id, :kind, :now) t
            WHERE p.id = ANY(:ids)
            """;

    private final DatabaseClient database;

    StockStore(DatabaseClient database) {
        this.database = database;
    }

    /** The products of which there was enough. */
    Mono<List<UUID>> reserve(List<Wanted> wanted) {
        return move(RESERVE, wanted)
                .map(row -> Objects.requireNonNull(row.get("product_id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Void> release(List<Wanted> wanted) {
        return move(RELEASE, wanted).then();
    }

    Mono<Void> sell(List<Wanted> wanted) {
        return move(SELL, wanted).then();
    }

    Mono<Void> takeBack(List<Wanted> wanted) {
        return move(TAKE_BACK, wanted).then();
    }

    Mono<List<Offer>> offers(List<UUID> productIds, BuyerKind kind, Instant now) {
        return database.sql(OFFERS)
                .bind("ids", productIds.toArray(UUID[]::new))
                .bind("kind", kind.name())
                .bind("now", now)
                .mapProperties(Offer.class)
                .all()
                .collectList();
    }

    private GenericExecuteSpec move(String sql, List<Wanted> wanted) {
        return database.sql(sql)
                .bind("ids", wanted.stream().map(Wanted::productId).toArray(UUID[]::new))
                .bind("quantities", wanted.stream().map(Wanted::quantity).toArray(Long[]::new));
    }
}
