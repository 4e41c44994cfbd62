package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class IncidentStore {
    private static final String ALL =
            """
            SELECT i.id, o.name AS school_name, i.noticed_at, i.ill, i.what, i.due_at, i.reported_to, i.reported_at,
                   coalesce(i.reported_at, :now) > i.due_at AS late
            FROM incident i JOIN organisation o ON o.id = i.organisation_id
            WHERE i.organisation_id = :organisation
               OR EXISTS (SELECT FROM bureau_canteen b WHERE b.school_id = i.organisation_id AND b.bureau_id = :organisation)
            ORDER BY i.reported_at IS NOT NULL, i.noticed_at DESC LIMIT 200
            """;
    private static final String INSERT =
            """
            INSERT INTO incident (id, organisation_id, noticed_at, ill, what, due_at, noted_by, noted_at)
            VALUES (:id, :organisation, :noticed, :ill, :what, :due, :person, :now)
            """;
    private static final String LOCK =
            """
            SELECT reported_at IS NOT NULL AS reported FROM incident WHERE id = :id AND organisation_id = :organisation
            FOR NO KEY UPDATE
            """;
    private static final String REPORT =
            "UPDATE incident SET reported_to = :to, reported_by = :person, reported_at = :now WHERE id = :id";

    private final DatabaseClient database;

    IncidentStore(DatabaseClient database) {
        this.database = database;
    }

    /** Of the caller, or of the schools it plans; what is not reported first. */
    Mono<List<IncidentView>> all(Caller caller, Instant now) {
        return database.sql(ALL)
                .bind("organisation", caller.organisationId())
                .bind("now", now)
                .mapProperties(IncidentView.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(UUID id, Caller caller, IncidentForm form, Instant due, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("organisation", caller.organisationId())
                .bind("noticed", form.noticedAt())
                .bind("ill", form.ill())
                .bind("what", form.what().strip())
                .bind("due", due)
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }

    /** Whether it was reported before; nothing if it is not the caller's. */
    Mono<Boolean> lockReported(UUID id, Caller caller) {
        return database.sql(LOCK)
                .bind("id", id)
                .bind("organisation", caller.organisationId())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> report(UUID id, Caller caller, String to, Instant now) {
        return database.sql(REPORT)
                .bind("id", id)
                .bind("to", to)
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }
}
