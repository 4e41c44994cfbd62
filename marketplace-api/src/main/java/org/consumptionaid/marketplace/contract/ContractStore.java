package org.consumptionaid.marketplace.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class ContractStore {
    // The orders that were changed one into the other are one contract's versions.
    private static final String PARTIES =
            """
            WITH RECURSIVE older AS (
                SELECT id, replaces, 1 AS version FROM purchase_order WHERE id = :order
                UNION ALL
                SELECT o.id, o.replaces, older.version + 1 FROM purchase_order o JOIN older ON o.id = older.replaces
                WHERE older.version < 1000)
            SELECT (SELECT max(version) FROM older) AS version,
                   (SELECT p.number FROM purchase_order p WHERE p.id = o.replaces) AS replaces,
                   (SELECT r.number FROM purchase_order r WHERE r.replaces = o.id) AS replaced_by,
                   b.name AS buyer_name, b.credit_code AS buyer_code, s.name AS supplier_name, s.credit_code AS supplier_code
            FROM purchase_order o
            JOIN organisation b ON b.id = o.buyer_id
            JOIN organisation s ON s.id = o.supplier_id
            WHERE o.id = :order
            """;
    private static final String TERMS =
            """
            SELECT DISTINCT c.number, c.valid_from, c.valid_until
            FROM certificate c JOIN order_line l ON l.certificate_number = c.number WHERE l.order_id = :order LIMIT 200
            """;
    private static final String FIND =
            """
            SELECT c.order_id, c.number, c.version, c.content, c.content_sha256, c.sha256 FROM contract c WHERE c.order_id = :order
            """;
    private static final String CHECK =
            """
            SELECT c.order_id, c.number, c.version, c.content, c.content_sha256, c.sha256, o.state,
                   (SELECT r.number FROM purchase_order r WHERE r.replaces = o.id) AS replaced_by
            FROM contract c JOIN purchase_order o ON o.id = c.order_id WHERE c.number = :number
            """;
    private static final String SIGNATURES =
            """
            SELECT s.side, o.name AS organisation_name, s.person_name, s.signed_at AS at
            FROM contract_signature s JOIN organisation o ON o.id = s.organisation_id
            WHERE s.order_id = :order ORDER BY s.signed_at, s.side LIMIT 2
            """;
    // Until the caller's transaction ends the order cannot be changed or called off.
    private static final String LOCK_STATE =
            "SELECT state FROM purchase_order WHERE id = :order FOR SHARE";
    private static final String FREEZE =
            """
            INSERT INTO contract (order_id, number, version, content, content_sha256, sha256, frozen_at)
            VALUES (:order, :number, :version, :content, :digest, :sha256, :now)
            ON CONFLICT (order_id) DO NOTHING
            """;
    private static final String SIGN =
            """
            INSERT INTO contract_signature (order_id, side, organisation_id, person_id, person_name, signed_at)
            SELECT :order, :side, :organisation, p.id, p.display_name, :now FROM person p WHERE p.id = :person
            """;

    private final DatabaseClient database;

    ContractStore(DatabaseClient database) {
        this.database = database;
    }

    /** What the order's own view does not say; numbers are those of orders. */
    record Parties(
            int version,
            @Nullable String replaces,
            @Nullable String replacedBy,
            String buyerName,
            @Nullable String buyerCode,
            String supplierName,
            @Nullable String supplierCode) {}

    record Term(String number, @Nullable Instant validFrom, @Nullable Instant validUntil) {}

    /** A frozen contract. */
    record Frozen(
            UUID orderId,
            String number,
            int version,
            String content,
            String contentSha256,
            String sha256) {}

    /** A frozen contract and what became of its order. */
    record Checked(
            UUID orderId,
            String number,
            int version,
            String content,
            String contentSha256,
            String sha256,
            String state,
            @Nullable String replacedBy) {}

    Mono<Parties> parties(UUID orderId) {
        return database.sql(PARTIES).bind("order", orderId).mapProperties(Parties.class).one();
    }

    Mono<List<Term>> terms(UUID orderId) {
        return database.sql(TERMS)
                .bind("order", orderId)
                .mapProperties(Term.class)
                .all()
                .collectList();
    }

    Mono<Frozen> find(UUID orderId) {
        return database.sql(FIND).bind("order", orderId).mapProperties(Frozen.class).one();
    }

    Mono<Checked> find(String number) {
        return database.sql(CHECK).bind("number", number).mapProperties(Checked.class).one();
    }

    /** The first to sign first. */
    Mono<List<Signature>> signatures(UUID orderId) {
        return database.sql(SIGNATURES)
                .bind("order", orderId)
                .mapProperties(Signature.class)
                .all()
                .collectList();
    }

    Mono<String> lockState(UUID orderId) {
        return database.sql(LOCK_STATE).bind("order", orderId).mapValue(String.class).one();
    }

    /** Unless somebody else was first. */
    Mono<Void> freeze(Frozen contract, Instant now) {
        return database.sql(FREEZE)
                .bind("order", contract.orderId())
                .bind("number", contract.number())
                .bind("version", contract.version())
                .bind("content", contract.content())
                .bind("digest", contract.contentSha256())
                .bind("sha256", contract.sha256())
                .bind("now", now)
                .then();
    }

    Mono<Void> sign(UUID orderId, Side side, Caller caller, Instant now) {
        return database.sql(SIGN)
                .bind("order", orderId)
                .bind("side", side.name())
                .bind("organisation", caller.organisationId())
                .bind("person", caller.personId())
                .bind("now", now)
                .then();
    }
}
