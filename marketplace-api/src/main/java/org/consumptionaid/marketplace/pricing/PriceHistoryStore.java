package org.consumptionaid.marketplace.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PriceHistoryStore {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String INSERT =
            """
            INSERT INTO price_history (id, product_id, valid_from, price_fen, net_weight_grams, set_by, reason, reference_fen_per_kg)
            SELECT :id, :product, :now, :price, :grams, :person, :reason, :reference
            WHERE NOT EXISTS (
                SELECT FROM (SELECT price_fen, net_weight_grams, reason FROM price_history
                             WHERE product_id = :product ORDER BY valid_from DESC, id DESC LIMIT 1) latest
                WHERE latest.price_fen = :price AND latest.net_weight_grams = :grams AND :reason IN ('', latest.reason))
            """;
    private static final String PERIODS =
            """
            SELECT h.buyer_kind, h.min_grams, h.fen_per_kg, h.price_fen, h.valid_from AS from_at, h.valid_until AS until_at,
                   CASE WHEN :all OR p.organisation_id = :organisation THEN setter.display_name END AS set_by, h.reason,
                   h.reference_fen_per_kg, h.offer_id
            FROM price_period h
            JOIN product p ON p.id = h.product_id
            LEFT JOIN person setter ON setter.id = h.set_by
            WHERE h.product_id = :product
            ORDER BY h.valid_from DESC, h.id DESC LIMIT :most
            """;

    private static final String PRODUCT =
            """
            SELECT name, category_code AS category, grade, price_fen * 1000 / net_weight_grams AS fen_per_kg
            FROM product WHERE id = :product
            """;

    private final DatabaseClient database;

    PriceHistoryStore(DatabaseClient database) {
        this.database = database;
    }

    /** Unless it is already the latest price, and there is nothing new to say of it. */
    Mono<Void> insert(
            UUID id, UUID productId, ListPrice price, UUID setBy, PriceNote note, Instant now) {
        GenericExecuteSpec spec =
                database.sql(INSERT)
                        .bind("id", id)
                        .bind("product", productId)
                        .bind("now", now)
                        .bind("price", price.priceFen())
                        .bind("grams", price.unitGrams())
                        .bind("person", setBy)
                        .bind("reason", note.reason());
        return (note.referenceFenPerKg() == null
                        ? spec.bindNull("reference", Long.class)
                        : spec.bind("reference", note.referenceFenPerKg()))
                .then();
    }

    Mono<Priced> product(UUID productId) {
        return database.sql(PRODUCT).bind("product", productId).mapProperties(Priced.class).one();
    }

    Mono<List<PricePeriod>> periods(UUID productId, @Nullable Caller caller, int most) {
        return database.sql(PERIODS)
                .bind("product", productId)
                .bind("all", caller != null && caller.seesAll())
                .bind("organisation", caller == null ? NOBODY : caller.organisationId())
                .bind("most", most)
                .mapProperties(PricePeriod.class)
                .all()
                .collectList();
    }
}
