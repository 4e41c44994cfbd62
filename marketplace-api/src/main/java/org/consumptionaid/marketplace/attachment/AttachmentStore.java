package org.consumptionaid.marketplace.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class AttachmentStore {
    private static final String INSERT =
            """
            INSERT INTO attachment (id, organisation_id, person_id, name, content_type, bytes, sha256, created_at)
            VALUES (:id, :organisation, :person, :name, :type, :bytes, :sha256, :now)
            """;
    private static final String COLUMNS =
            "SELECT a.id, a.name, a.content_type, a.bytes, a.sha256, a.created_at FROM attachment a ";
    private static final String FIND = COLUMNS + "WHERE a.id = :id";
    private static final String IS_OF =
            """
            SELECT EXISTS (SELECT FROM attachment a WHERE a.id = :id AND a.organisation_id = :organisation) AS own
            """;
    private static final String OF_ORGANISATION =
            COLUMNS + "WHERE a.organisation_id = :organisation AND a.id = ANY(:ids) LIMIT 100";

    private final DatabaseClient database;

    AttachmentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID id, Caller caller, String name, Upload upload, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("organisation", caller.organisationId())
                .bind("person", caller.personId())
                .bind("name", name)
                .bind("type", upload.kind().contentType)
                .bind("bytes", upload.bytes())
                .bind("sha256", upload.sha256())
                .bind("now", now)
                .then();
    }

    Mono<AttachmentView> find(UUID id) {
        return database.sql(FIND).bind("id", id).mapProperties(AttachmentView.class).one();
    }

    Mono<Boolean> isOf(UUID organisationId, UUID id) {
        return database.sql(IS_OF)
                .bind("id", id)
                .bind("organisation", organisationId)
                .map(row -> Boolean.TRUE.equals(row.get("own", Boolean.class)))
                .one();
    }

    Mono<List<AttachmentView>> ofOrganisation(UUID organisationId, Collection<UUID> ids) {
        return database.sql(OF_ORGANISATION)
                .bind("organisation", organisationId)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(AttachmentView.class)
                .all()
                .collectList();
    }
}
