package org.consumptionaid.marketplace.procurement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class CorrectionStore {
    private static final String UNIT =
            "SELECT id FROM organisation WHERE kind = 'BUDGET_UNIT' AND name = :name LIMIT 1";
    private static final String INSERT =
            """
            INSERT INTO unit_correction (id, order_id, from_unit, to_unit, reason, asked_by, asked_at, state)
            VALUES (:id, :order, :from, :to, :reason, :person, :now, 'ASKED')
            """;
    private static final String VIEW =
            """
            SELECT c.id, c.order_id, o.number AS order_number, f.name AS from_unit, t.name AS to_unit, c.reason,
                   p.display_name AS asked_by, c.asked_at, c.unit_at, c.operator_at, c.state, c.refused_for,
                   c.state = 'ASKED' AND CASE WHEN :operator THEN c.operator_by IS NULL
                                              ELSE c.to_unit = :unit AND c.unit_by IS NULL END AS waits_for_caller
            FROM unit_correction c
            JOIN purchase_order o ON o.id = c.order_id
            JOIN organisation f ON f.id = c.from_unit
            JOIN organisation t ON t.id = c.to_unit
            JOIN person p ON p.id = c.asked_by
            WHERE (:all OR :unit IN (c.from_unit, c.to_unit))
            """;
    private static final String FIND = VIEW + " AND c.id = :id";
    private static final String LIST = VIEW + " ORDER BY c.state <> 'ASKED', c.id DESC LIMIT 200";
    private static final String OF_ORDER =
            VIEW + " AND c.order_id = :order ORDER BY c.id LIMIT 200";
    private static final String LOCK =
            """
            SELECT c.order_id, o.number, c.to_unit, c.state, c.unit_by, c.operator_by
            FROM unit_correction c JOIN purchase_order o ON o.id = c.order_id
            WHERE c.id = :id AND (:operator OR c.to_unit = :unit) FOR UPDATE OF c
            """;
    private static final String AGREE_AS_UNIT =
            "UPDATE unit_correction SET unit_by = :person, unit_at = :now WHERE id = :id";
    private static final String AGREE_AS_OPERATOR =
            "UPDATE unit_correction SET operator_by = :person, operator_at = :now WHERE id = :id";
    private static final String END =
            "UPDATE unit_correction SET state = :state, refused_for = :reason WHERE id = :id";

    private final DatabaseClient database;

    CorrectionStore(DatabaseClient database) {
        this.database = database;
    }

    /** A correction that nobody else decides now. */
    record Locked(
            UUID orderId,
            String number,
            UUID toUnit,
            CorrectionView.State state,
            @Nullable UUID unitBy,
            @Nullable UUID operatorBy) {
        boolean hasAgreed(boolean operator) {
            return (operator ? operatorBy : unitBy) != null;
        }
    }

    Mono<UUID> unit(String name) {
        return database.sql(UNIT).bind("name", name).mapValue(UUID.class).one();
    }

    Mono<Void> insert(
            UUID id, UUID orderId, UUID from, UUID to, String reason, UUID personId, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("order", orderId)
                .bind("from", from)
                .bind("to", to)
                .bind("reason", reason)
                .bind("person", personId)
                .bind("now", now)
                .then();
    }

    Mono<CorrectionView> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(CorrectionView.class).one();
    }

    Mono<List<CorrectionView>> list(Caller caller) {
        return scoped(LIST, caller).mapProperties(CorrectionView.class).all().collectList();
    }

    Mono<List<CorrectionView>> ofOrder(Caller caller, UUID orderId) {
        return scoped(OF_ORDER, caller)
                .bind("order", orderId)
                .mapProperties(CorrectionView.class)
                .all()
                .collectList();
    }

    /** For the unit it is to count for, and the operator. */
    Mono<Locked> lock(Caller caller, UUID id) {
        return database.sql(LOCK)
                .bind("id", id)
                .bind("operator", caller.role() == Role.OPERATOR)
                .bind("unit", caller.organisationId())
                .mapProperties(Locked.class)
                .one();
    }

    Mono<Void> agree(Caller caller, UUID id, Instant now) {
        return database.sql(caller.role() == Role.OPERATOR ? AGREE_AS_OPERATOR : AGREE_AS_UNIT)
                .bind("id", id)
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }

    Mono<Void> end(UUID id, CorrectionView.State state, String reason) {
        return database.sql(END)
                .bind("id", id)
                .bind("state", state.name())
                .bind("reason", reason)
                .then();
    }

    private GenericExecuteSpec scoped(String sql, Caller caller) {
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("operator", caller.role() == Role.OPERATOR)
                .bind("unit", caller.organisationId());
    }
}
