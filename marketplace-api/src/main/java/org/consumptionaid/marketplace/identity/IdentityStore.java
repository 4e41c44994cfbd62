package org.consumptionaid.marketplace.identity;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class IdentityStore {
    private static final String FIND_ACCOUNT =
            """
            SELECT id AS person_id, organisation_id, role, password_hash, disabled
            FROM person WHERE username = :username
            """;
    private static final String FIND_PERSON =
            """
            SELECT p.id AS person_id, p.username, p.display_name, p.role, o.id AS organisation_id,
                   o.name AS organisation_name, o.kind AS organisation_kind, d.code AS county_code,
                   d.name AS county_name
            FROM person p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN division d ON d.code = o.county_code
            WHERE p.id = :person AND NOT p.disabled
            """;

    private final DatabaseClient database;

    IdentityStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Account> findAccount(String username) {
        return database.sql(FIND_ACCOUNT)
                .bind("username", username)
                .mapProperties(Account.class)
                .one();
    }

    Mono<PersonView> findPerson(UUID personId) {
        return database.sql(FIND_PERSON)
                .bind("person", personId)
                .mapProperties(PersonView.class)
                .one();
    }
}
