package org.consumptionaid.marketplace.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class UnitRoleStore {
    private static final String STANDING =
            """
            SELECT EXISTS (SELECT FROM unit_role WHERE unit_id = :unit AND role = 'MANAGER' AND ended_at IS NULL) AS kept,
                   EXISTS (SELECT FROM unit_role r JOIN person p ON p.id = r.person_id
                           WHERE r.unit_id = :unit AND r.person_id = :person AND r.role = ANY(:roles)
                             AND r.ended_at IS NULL AND NOT p.disabled) AS held
            """;
    private static final String LOCK_UNIT =
            "SELECT id FROM organisation WHERE id = :unit FOR NO KEY UPDATE";
    private static final String PERSON =
            "SELECT id FROM person WHERE username = :username AND role = 'BUYER' AND NOT disabled";
    private static final String ANYBODY = "SELECT id FROM person WHERE username = :username";
    private static final String ALL =
            """
            SELECT r.person_id, p.username, p.display_name, o.name AS organisation_name, r.role, r.granted_at,
                   p.disabled AS "left"
            FROM unit_role r JOIN person p ON p.id = r.person_id JOIN organisation o ON o.id = p.organisation_id
            WHERE r.unit_id = :unit AND r.ended_at IS NULL ORDER BY p.username, r.role LIMIT 500
            """;
    private static final String GRANT =
            """
            INSERT INTO unit_role (unit_id, person_id, role, granted_by, granted_at)
            VALUES (:unit, :person, :role, :by, :now)
            ON CONFLICT (unit_id, person_id, role) WHERE ended_at IS NULL DO NOTHING
            """;
    private static final String END =
            """
            UPDATE unit_role SET ended_by = :by, ended_at = :now
            WHERE unit_id = :unit AND person_id = :person AND role = :role AND ended_at IS NULL
            """;

    private static final String HIRE =
            """
            INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
            VALUES (:unit, :username, :name, 'BUYER', :hash, :now)
            """;
    private static final String LEAVE =
            """
            UPDATE person SET disabled = true
            WHERE organisation_id = :unit AND username = :username AND role = 'BUYER' AND NOT disabled
            """;

    // Units whose only managers have left.
    private static final String LEFT_ALONE =
            """
            SELECT count(*) FROM unit_role r JOIN person p ON p.id = r.person_id
            WHERE p.username = :username AND r.role = 'MANAGER' AND r.ended_at IS NULL
              AND NOT EXISTS (SELECT FROM unit_role o JOIN person q ON q.id = o.person_id
                              WHERE o.unit_id = r.unit_id AND o.role = 'MANAGER' AND o.ended_at IS NULL AND NOT q.disabled)
            """;

    private final DatabaseClient database;

    UnitRoleStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How somebody stands to a unit.
     *
     * @param kept whether the unit keeps roles
     * @param held whether the person holds one of those asked for
     */
    record Standing(boolean kept, boolean held) {}

    Mono<Standing> standing(UUID unit, UUID person, List<UnitRole> roles) {
        return database.sql(STANDING)
                .bind("unit", unit)
                .bind("person", person)
                .bind("roles", roles.stream().map(UnitRole::name).toArray(String[]::new))
                .mapProperties(Standing.class)
                .one();
    }

    Mono<Void> lockUnit(UUID unit) {
        return database.sql(LOCK_UNIT).bind("unit", unit).then();
    }

    /** Somebody who may be given a role. */
    Mono<UUID> person(String username) {
        return database.sql(PERSON).bind("username", username).mapValue(UUID.class).one();
    }

    /** Also somebody who has left. */
    Mono<UUID> anybody(String username) {
        return database.sql(ANYBODY).bind("username", username).mapValue(UUID.class).one();
    }

    Mono<List<UnitRoleView>> all(UUID unit) {
        return database.sql(ALL)
                .bind("unit", unit)
                .mapProperties(UnitRoleView.class)
                .all()
                .collectList();
    }

    Mono<Void> grant(UUID unit, UUID person, UnitRole role, UUID by, Instant now) {
        return change(GRANT, unit, person, role, by, now);
    }

    Mono<Void> end(UUID unit, UUID person, UnitRole role, UUID by, Instant now) {
        return change(END, unit, person, role, by, now);
    }

    Mono<Void> hire(UUID unit, NewColleague who, String passwordHash, Instant now) {
        return database.sql(HIRE)
                .bind("unit", unit)
                .bind("username", who.username())
                .bind("name", who.displayName().strip())
                .bind("hash", passwordHash)
                .bind("now", now)
                .then();
    }

    /** Whether a unit has no manager any more because of somebody who left. */
    Mono<Boolean> leftAlone(String username) {
        return database.sql(LEFT_ALONE)
                .bind("username", username)
                .mapValue(Long.class)
                .one()
                .map(units -> units > 0);
    }

    /** Whether there was an account to close. */
    Mono<Boolean> leave(UUID unit, String username) {
        return database.sql(LEAVE)
                .bind("unit", unit)
                .bind("username", username)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> change(
            String sql, UUID unit, UUID person, UnitRole role, UUID by, Instant now) {
        return database.sql(sql)
                .bind("unit", unit)
                .bind("person", person)
                .bind("role", role.name())
                .bind("by", by)
                .bind("now", now)
                .then();
    }
}
