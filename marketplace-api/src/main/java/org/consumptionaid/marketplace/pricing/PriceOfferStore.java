package org.consumptionaid.marketplace.pricing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PriceOfferStore {
    private static final String PRODUCT =
            """
            SELECT p.name, p.category_code AS category, p.grade, p.price_fen, p.net_weight_grams,
                   (SELECT count(*) FROM price_offer o
                    WHERE o.product_id = p.id AND o.period && tstzrange(:now, NULL)) AS offers
            FROM product p WHERE p.id = :product
            """;
    private static final String LOCK =
            PRODUCT + " AND p.organisation_id = :organisation FOR UPDATE OF p";
    private static final String OFFERS =
            """
            SELECT id, buyer_kind, min_grams, fen_per_kg, (valid_from AT TIME ZONE 'Asia/Shanghai')::date AS valid_from_on,
                   (valid_until AT TIME ZONE 'Asia/Shanghai')::date - 1 AS valid_to_on, period @> :now AS in_force,
                   reason
            FROM price_offer WHERE product_id = :product AND period && tstzrange(:now, NULL)
            ORDER BY buyer_kind, min_grams, valid_from LIMIT 200
            """;
    private static final String TIERS =
            """
            SELECT p.id, t.tiers FROM unnest(:products::uuid[]) p (id), price_tiers(p.id, :kind, :now) t
            WHERE t.tiers <> '' LIMIT 100
            """;
    private static final String INSERT =
            """
            INSERT INTO price_offer (id, product_id, buyer_kind, min_grams, fen_per_kg, valid_from, valid_until, set_by, set_at,
                                     reason, reference_fen_per_kg)
            VALUES (:id, :product, :kind, :grams, :fen, :from, :until, :person, :now, :reason, :reference)
            """;
    private static final String END =
            """
            UPDATE price_offer SET ended_at = :now, ended_by = :person
            WHERE id = :id AND product_id = :product AND period && tstzrange(:now, NULL)
            """;

    private final DatabaseClient database;

    PriceOfferStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<PricedProduct> product(UUID productId, Instant now) {
        return product(PRODUCT, productId, now).mapProperties(PricedProduct.class).one();
    }

    /** A product of the organisation whose offers nobody else can change now. */
    Mono<PricedProduct> lock(UUID productId, UUID organisationId, Instant now) {
        return product(LOCK, productId, now)
                .bind("organisation", organisationId)
                .mapProperties(PricedProduct.class)
                .one();
    }

    /** Those that are in force or will be. */
    Mono<List<PriceOfferView>> offers(UUID productId, Instant now) {
        return product(OFFERS, productId, now)
                .mapProperties(PriceOfferView.class)
                .all()
                .collectList();
    }

    /** The offers in force for a kind of buyer, of those products that have any. */
    Mono<Map<UUID, PriceTiers>> tiers(Collection<UUID> products, BuyerKind kind, Instant now) {
        return database.sql(TIERS)
                .bind("products", products.toArray(UUID[]::new))
                .bind("kind", kind.name())
                .bind("now", now)
                .map(PriceOfferStore::tiers)
                .all()
                .collectMap(Entry::getKey, Entry::getValue);
    }

    private static Entry<UUID, PriceTiers> tiers(Readable row) {
        return Map.entry(
                Objects.requireNonNull(row.get("id", UUID.class)),
                PriceTiers.valueOf(Objects.requireNonNull(row.get("tiers", String.class))));
    }

    Mono<Void> insert(NewPriceOffer offer) {
        GenericExecuteSpec spec =
                product(INSERT, offer.productId(), offer.setAt())
                        .bind("id", offer.id())
                        .bind("kind", offer.form().buyerKindOrAny().name())
                        .bind("grams", offer.form().minGramsOrNone())
                        .bind("fen", offer.form().fenPerKg())
                        .bind("from", offer.validFrom())
                        .bind("person", offer.setBy())
                        .bind("reason", offer.note().reason());
        spec = nullable(spec, "until", offer.validUntil(), Instant.class);
        return nullable(spec, "reference", offer.note().referenceFenPerKg(), Long.class).then();
    }

    Mono<Long> end(UUID productId, UUID id, UUID personId, Instant now) {
        return product(END, productId, now)
                .bind("id", id)
                .bind("person", personId)
                .fetch()
                .rowsUpdated();
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    private GenericExecuteSpec product(String sql, UUID productId, Instant now) {
        return database.sql(sql).bind("product", productId).bind("now", now);
    }
}
