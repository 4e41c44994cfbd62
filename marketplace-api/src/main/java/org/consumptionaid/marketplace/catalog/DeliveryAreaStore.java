package org.consumptionaid.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class DeliveryAreaStore {
    private static final String FIND =
            "SELECT provinces FROM delivery_area WHERE organisation_id = :organisation";
    // Waits for products that are being listed, whose foreign key holds the row, so that PRODUCTS
    // sees them.
    private static final String LOCK =
            "SELECT id FROM organisation WHERE id = :organisation FOR UPDATE";
    private static final String PUT =
            """
            INSERT INTO delivery_area (organisation_id, provinces) VALUES (:organisation, :provinces)
            ON CONFLICT (organisation_id) DO UPDATE
            SET provinces = excluded.provinces, version = delivery_area.version + 1
            """;
    private static final String PRODUCTS =
            "SELECT id FROM product WHERE organisation_id = :organisation LIMIT 100000";

    private final DatabaseClient database;

    DeliveryAreaStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<DeliveryArea> find(UUID organisationId) {
        return database.sql(FIND)
                .bind("organisation", organisationId)
                .mapValue(String[].class)
                .one()
                .map(provinces -> new DeliveryArea(List.of(provinces)));
    }

    Mono<Void> lock(UUID organisationId) {
        return database.sql(LOCK).bind("organisation", organisationId).then();
    }

    Mono<Void> put(UUID organisationId, DeliveryArea area) {
        return database.sql(PUT)
                .bind("organisation", organisationId)
                .bind("provinces", area.provinces().toArray(String[]::new))
                .then();
    }

    Mono<List<UUID>> products(UUID organisationId) {
        return database.sql(PRODUCTS)
                .bind("organisation", organisationId)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }
}
