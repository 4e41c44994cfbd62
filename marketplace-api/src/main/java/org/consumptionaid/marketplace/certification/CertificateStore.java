package org.consumptionaid.marketplace.certification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class CertificateStore {
    private static final String IN_FORCE =
            """
            SELECT NOT EXISTS (
                SELECT FROM unnest(:categories) AS wanted (category)
                WHERE NOT EXISTS (SELECT FROM certificate_in_force(:organisation, wanted.category, :now))) AS in_force
            """;
    private static final String FIND =
            """
            SELECT c.number, c.kind, o.name AS organisation_name, d.name AS county_name,
                   CASE WHEN c.state = 'IN_FORCE' AND c.valid_until <= :now THEN 'EXPIRED' ELSE c.state END AS state,
                   c.valid_from, c.valid_until, c.county_reviewer, c.province_reviewer, :now AS checked_at
            FROM certificate c JOIN organisation o ON o.id = c.organisation_id JOIN division d ON d.code = o.county_code
            WHERE c.number = :number AND c.valid_from IS NOT NULL
            """;

    private final DatabaseClient database;

    CertificateStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> areAllInForce(UUID organisationId, Set<String> categories, Instant now) {
        return database.sql(IN_FORCE)
                .bind("organisation", organisationId)
                .bind("categories", categories.toArray(String[]::new))
                .bind("now", now)
                .map(row -> Boolean.TRUE.equals(row.get("in_force", Boolean.class)))
                .one();
    }

    Mono<CertificateView> find(String number, Instant now) {
        return database.sql(FIND)
                .bind("number", number)
                .bind("now", now)
                .mapProperties(CertificateView.class)
                .one();
    }
}
