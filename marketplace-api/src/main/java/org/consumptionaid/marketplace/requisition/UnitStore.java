package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.requisition.UnitView.Delegation;
import org.consumptionaid.marketplace.requisition.UnitView.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Chains and delegations of units. */
@Repository
class UnitStore {
    private static final String HAS_RULES =
            "SELECT EXISTS (SELECT FROM approval_rule WHERE unit_id = :unit AND ended_at IS NULL)";
    private static final String APPROVERS =
            """
            SELECT p.id FROM person p
            JOIN unit_role h ON h.unit_id = :unit AND h.person_id = p.id AND h.role = 'APPROVER' AND h.ended_at IS NULL
            WHERE p.username = ANY(:usernames) AND NOT p.disabled ORDER BY p.id
            """;
    private static final String CATEGORY =
            "SELECT EXISTS (SELECT FROM category WHERE code = :code)";
    private static final String PERSON = "SELECT id FROM person WHERE username = :username";
    private static final String INSERT_RULE =
            """
            WITH rule AS (
                INSERT INTO approval_rule (id, unit_id, category_code, from_fen, level, needed, hours, made_by, made_at)
                VALUES (:id, :unit, :category, :from, :level, :needed, :hours, :by, :now) RETURNING id)
            INSERT INTO approval_rule_approver (rule_id, person_id)
            SELECT rule.id, a.person_id FROM rule, unnest(:approvers) AS a (person_id)
            """;
    private static final String END_RULE =
            "UPDATE approval_rule SET ended_at = :now WHERE id = :id AND unit_id = :unit AND ended_at IS NULL";
    private static final String RULES =
            """
            SELECT r.id, r.category_code, r.from_fen, r.level::int, r.needed::int, r.hours::int,
                   array_agg(p.display_name ORDER BY p.username) AS approvers
            FROM approval_rule r
            JOIN approval_rule_approver a ON a.rule_id = r.id
            JOIN person p ON p.id = a.person_id
            WHERE r.unit_id = :unit AND r.ended_at IS NULL
            GROUP BY r.id ORDER BY r.level, r.from_fen, r.id LIMIT 100
            """;
    private static final String INSERT_DELEGATION =
            """
            INSERT INTO approval_delegate (id, unit_id, from_person, to_person, from_day, to_day, made_by, made_at)
            VALUES (:id, :unit, :fromPerson, :toPerson, :fromDay, :toDay, :by, :now)
            """;
    private static final String END_DELEGATION =
            """
            UPDATE approval_delegate SET ended_at = :now
            WHERE id = :id AND unit_id = :unit AND ended_at IS NULL AND (:any OR from_person = :person)
            """;
    private static final String DELEGATIONS =
            """
            SELECT d.id, f.display_name AS from_name, t.display_name AS to_name, d.from_day AS "from", d.to_day AS "to",
                   d.from_person = :person AS own
            FROM approval_delegate d
            JOIN person f ON f.id = d.from_person
            JOIN person t ON t.id = d.to_person
            WHERE d.unit_id = :unit AND d.ended_at IS NULL AND d.to_day >= :today
            ORDER BY d.from_day, d.id LIMIT 100
            """;

    private final DatabaseClient database;

    UnitStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> hasRules(UUID unit) {
        return database.sql(HAS_RULES).bind("unit", unit).mapValue(Boolean.class).one();
    }

    /** Those of them that hold the approver's role in the unit. */
    Mono<List<UUID>> approvers(UUID unit, List<String> usernames) {
        return database.sql(APPROVERS)
                .bind("unit", unit)
                .bind("usernames", usernames.toArray(String[]::new))
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    Mono<Boolean> knowsCategory(String code) {
        return database.sql(CATEGORY).bind("code", code).mapValue(Boolean.class).one();
    }

    /** Whoever has the name, also if they have left. */
    Mono<UUID> person(String username) {
        return database.sql(PERSON).bind("username", username).mapValue(UUID.class).one();
    }

    Mono<Void> insertRule(
            UUID id, UUID unit, RuleForm form, List<UUID> approvers, UUID by, Instant now) {
        GenericExecuteSpec spec =
                database.sql(INSERT_RULE)
                        .bind("id", id)
                        .bind("unit", unit)
                        .bind("from", form.fromFen())
                        .bind("level", form.level())
                        .bind("needed", form.needed())
                        .bind("hours", form.hours())
                        .bind("approvers", approvers.toArray(UUID[]::new))
                        .bind("by", by)
                        .bind("now", now);
        return nullable(spec, "category", form.category(), String.class).then();
    }

    /** Whether it was in force. */
    Mono<Boolean> endRule(UUID id, UUID unit, Instant now) {
        return database.sql(END_RULE)
                .bind("id", id)
                .bind("unit", unit)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<List<Rule>> rules(UUID unit) {
        return database.sql(RULES)
                .bind("unit", unit)
                .map(row ->
                        new Rule(
                                Objects.requireNonNull(row.get("id", UUID.class)),
                                row.get("category_code", String.class),
                                Objects.requireNonNull(row.get("from_fen", Long.class)),
                                Objects.requireNonNull(row.get("level", Integer.class)),
                                Objects.requireNonNull(row.get("needed", Integer.class)),
                                Objects.requireNonNull(row.get("hours", Integer.class)),
                                Arrays.asList(
                                        Objects.requireNonNull(
                                                row.get("approvers", String[].class)))))
                .all()
                .collectList();
    }

    Mono<Void> insertDelegation(
            UUID id, UUID unit, UUID from, UUID to, DelegationForm form, UUID by, Instant now) {
        return database.sql(INSERT_DELEGATION)
                .bind("id", id)
                .bind("unit", unit)
                .bind("fromPerson", from)
                .bind("toPerson", to)
                .bind("fromDay", form.from())
                .bind("toDay", form.to())
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /**
     * Whether it was in force, and the person's to end.
     *
     * @param any the person is the manager
     */
    Mono<Boolean> endDelegation(UUID id, UUID unit, UUID person, boolean any, Instant now) {
        return database.sql(END_DELEGATION)
                .bind("id", id)
                .bind("unit", unit)
                .bind("person", person)
                .bind("any", any)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<List<Delegation>> delegations(UUID unit, UUID person, LocalDate today) {
        return database.sql(DELEGATIONS)
                .bind("unit", unit)
                .bind("person", person)
                .bind("today", today)
                .mapProperties(Delegation.class)
                .all()
                .collectList();
    }

    private static <T> GenericExecuteSpec nullable(
            GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }
}
