package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WeightStore {
    private static final String OF_ORDER =
            """
            SELECT w.line, w.shipment, w.kind, w.packages, w.grams, w.reason, w.at, o.name AS by_organisation
            FROM line_weight w LEFT JOIN organisation o ON o.id = w.organisation_id
            WHERE w.order_id = :id
            ORDER BY w.line, w.shipment = 0, w.shipment, w.at,
                     array_position(ARRAY['SHIPPED', 'WEIGHED', 'ACCEPTED', 'REFUSED', 'RESTOCKED', 'WRITTEN_OFF', 'RETURNED', 'CLOSED', 'INVOICED', 'PAID'], w.kind)
            LIMIT 10000
            """;
    private static final String INSERT =
            """
            INSERT INTO line_weight (order_id, line, shipment, kind, packages, grams, reason, organisation_id, at)
            SELECT :id, w.line, w.shipment, w.kind, w.packages, w.grams, w.reason, :organisation, :now
            FROM jsonb_to_recordset(:weights::jsonb) AS w (line smallint, shipment smallint, kind text, packages bigint,
                                                           grams bigint, reason text)
            """;
    // An order that is paid a second time, after a payment was taken back, keeps its first entry.
    private static final String ALL_ACCEPTED =
            """
            INSERT INTO line_weight (order_id, line, shipment, kind, grams, organisation_id, at)
            SELECT order_id, line, 0, :kind, accepted_grams, :organisation, :now
            FROM order_line WHERE order_id = :id AND accepted_grams IS NOT NULL
            ON CONFLICT DO NOTHING
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    WeightStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Line by line, without what was ordered. */
    Mono<List<LineWeight>> ofOrder(UUID id) {
        return database.sql(OF_ORDER)
                .bind("id", id)
                .mapProperties(LineWeight.class)
                .all()
                .collectList();
    }

    /** By no organisation if the platform writes it. */
    Mono<Void> insert(UUID id, List<LineWeight> weights, @Nullable UUID organisation, Instant now) {
        return by(organisation, database.sql(INSERT))
                .bind("id", id)
                .bind("weights", json.writeValueAsString(weights))
                .bind("now", now)
                .then();
    }

    /** All that was accepted of every line is now invoiced, or paid. */
    Mono<Void> allAccepted(UUID id, WeightKind kind, @Nullable UUID organisation, Instant now) {
        return by(organisation, database.sql(ALL_ACCEPTED))
                .bind("id", id)
                .bind("kind", kind.name())
                .bind("now", now)
                .then();
    }

    private static GenericExecuteSpec by(@Nullable UUID organisation, GenericExecuteSpec spec) {
        return organisation == null
                ? spec.bindNull("organisation", UUID.class)
                : spec.bind("organisation", organisation);
    }
}
