package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class HoldStore {
    // Only who reserves from the same account waits; booking does not.
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('ledger hold ' || :account, 0))";
    private static final String LEFT =
            """
            SELECT (SELECT coalesce(sum(amount_fen), 0) FROM ledger_posting WHERE account_id = a.id)::bigint
                 - (SELECT coalesce(sum(h.amount_fen), 0) FROM ledger_hold h
                    LEFT JOIN ledger_hold_end e ON e.hold_id = h.id
                    WHERE h.giver_id = a.id AND h.expires_at > :now AND e.hold_id IS NULL)::bigint
            FROM ledger_account a WHERE a.code = :account
            """;
    private static final String INSERT =
            """
            INSERT INTO ledger_hold (id, kind, subject_id, giver_id, receiver_id, amount_fen, note, reserved_at, expires_at)
            SELECT :id, :kind, :subject, g.id, r.id, :amount, :note, :now, :expires
            FROM ledger_account g CROSS JOIN ledger_account r WHERE g.code = :giver AND r.code = :receiver
            """;
    private static final String OPEN =
            """
            SELECT h.kind, h.subject_id, h.note, h.amount_fen, g.code AS giver, g.organisation_id AS giver_organisation_id,
                   r.code AS receiver, r.organisation_id AS receiver_organisation_id
            FROM ledger_hold h
            JOIN ledger_account g ON g.id = h.giver_id
            JOIN ledger_account r ON r.id = h.receiver_id
            LEFT JOIN ledger_hold_end e ON e.hold_id = h.id
            WHERE h.id = :id AND h.expires_at > :now AND e.hold_id IS NULL
            """;
    private static final String END =
            """
            INSERT INTO ledger_hold_end (hold_id, outcome, entry_id, ended_at) VALUES (:id, :outcome, :entry, :now)
            """;

    private final DatabaseClient database;

    HoldStore(DatabaseClient database) {
        this.database = database;
    }

    /** A hold that can still be posted. */
    record OpenHold(
            String kind,
            UUID subjectId,
            String note,
            long amountFen,
            String giver,
            @Nullable UUID giverOrganisationId,
            String receiver,
            @Nullable UUID receiverOrganisationId) {
        NewEntry entry() {
            return new NewEntry(
                    kind,
                    subjectId,
                    note,
                    List.of(
                            new NewPosting(giver, giverOrganisationId, -amountFen),
                            new NewPosting(receiver, receiverOrganisationId, amountFen)));
        }
    }

    /** Nobody else reserves from the account until the caller's transaction ends. */
    Mono<Void> lock(String account) {
        return database.sql(LOCK).bind("account", account).then();
    }

    /** What the account has beyond what it has promised; empty if there is no such account. */
    Mono<Long> left(String account, Instant now) {
        return database.sql(LEFT)
                .bind("account", account)
                .bind("now", now)
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> insert(UUID id, NewHold hold, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("kind", hold.kind())
                .bind("subject", hold.subjectId())
                .bind("giver", hold.giver())
                .bind("receiver", hold.receiver().account())
                .bind("amount", hold.receiver().amountFen())
                .bind("note", hold.note())
                .bind("now", now)
                .bind("expires", hold.expiresAt())
                .then();
    }

    Mono<OpenHold> open(UUID id, Instant now) {
        return database.sql(OPEN)
                .bind("id", id)
                .bind("now", now)
                .mapProperties(OpenHold.class)
                .one();
    }

    Mono<Void> end(UUID id, String outcome, @Nullable UUID entry, Instant now) {
        var spec = database.sql(END).bind("id", id).bind("outcome", outcome).bind("now", now);
        return (entry == null ? spec.bindNull("entry", UUID.class) : spec.bind("entry", entry))
                .then();
    }
}
