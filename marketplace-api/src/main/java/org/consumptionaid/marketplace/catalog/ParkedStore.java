package org.consumptionaid.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ParkedStore {
    private static final String PARKED =
            """
            SELECT k.product_id, p.name, o.id AS organisation_id, o.name AS organisation_name, d.name AS county_name,
                   p.listed, k.error, k.first_parked_at AS since, k.parked_at AS last_tried_at,
                   EXISTS (SELECT FROM catalog_change c WHERE c.aggregateid = k.product_id) AS replaying
            FROM catalog_change_parked k
            JOIN product p ON p.id = k.product_id
            JOIN organisation o ON o.id = p.organisation_id
            JOIN division d ON d.code = p.county_code
            WHERE k.product_id < :before ORDER BY k.product_id DESC LIMIT :limit
            """;
    private static final String ORGANISATION =
            """
            SELECT p.organisation_id FROM catalog_change_parked k JOIN product p ON p.id = k.product_id
            WHERE k.product_id = :id
            """;
    private static final String OLDEST =
            "SELECT product_id FROM catalog_change_parked ORDER BY first_parked_at, product_id LIMIT :limit";
    private static final String STILL_PARKED =
            "SELECT product_id FROM catalog_change_parked WHERE product_id = ANY (:ids)";

    private final DatabaseClient database;

    ParkedStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<ParkedProduct>> parked(UUID before) {
        return database.sql(PARKED)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(ParkedProduct.class)
                .all()
                .collectList();
    }

    /** Whose product it is; empty if it is not parked. */
    Mono<UUID> organisationOf(UUID productId) {
        return database.sql(ORGANISATION).bind("id", productId).mapValue(UUID.class).one();
    }

    Mono<List<UUID>> longestParked(int limit) {
        return database.sql(OLDEST).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    /** Those of the given ones that are parked. */
    Mono<List<UUID>> stillParked(List<UUID> productIds) {
        return database.sql(STILL_PARKED)
                .bind("ids", productIds.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collectList();
    }
}
