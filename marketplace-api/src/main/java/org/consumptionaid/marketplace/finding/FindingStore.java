package org.consumptionaid.marketplace.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class FindingStore {
    private static final int MOST_ROWS = 20_000;

    private static final String PLANNED =
            """
            SELECT h.county_code AS county, c.id::text AS key, h.code || ' · ' || c.evidence AS subject,
                   lower(c.during)::text || ' – ' || upper(c.during)::text AS evidence
            FROM benefit_claim c JOIN benefit_household h ON h.id = c.household_id
            WHERE c.mode = 'WAGE' AND c.state <> 'REJECTED' AND upper(c.during) > c.created_at LIMIT :limit
            """;
    private static final String SAME_KILOGRAMS =
            """
            SELECT min(h.county_code) AS county, min(c.id::text) AS key, h.code || ' · ' || c.grams || ' g' AS subject,
                   string_agg(c.evidence, ', ' ORDER BY c.id) AS evidence
            FROM benefit_claim c JOIN benefit_household h ON h.id = c.household_id
            WHERE c.mode = 'PURCHASE' AND c.state <> 'REJECTED'
            GROUP BY h.code, c.grams, (c.created_at AT TIME ZONE 'Asia/Shanghai')::date HAVING count(*) > 1 LIMIT :limit
            """;
    private static final String ABOVE_EVIDENCE =
            """
            SELECT h.county_code AS county, a.code AS key, a.code AS subject,
                   sum(p.amount_fen) || ' > ' || coalesce(min(w.worth), 0) AS evidence
            FROM ledger_account a
            JOIN ledger_posting p ON p.account_id = a.id
            JOIN benefit_household h ON h.code = split_part(a.code, '/', 2)
            LEFT JOIN LATERAL (SELECT sum(c.worth_fen) AS worth FROM benefit_claim c
                               WHERE c.household_id = h.id AND c.state = 'CONFIRMED'
                                 AND c.mode = upper(replace(split_part(a.code, '/', 3), '-', '_'))) w ON true
            WHERE a.code LIKE 'household/%'
            GROUP BY h.county_code, a.code HAVING sum(p.amount_fen) > coalesce(min(w.worth), 0) LIMIT :limit
            """;
    private static final String VALUES =
            """
            SELECT h.county_code AS county, c.organisation_id::text AS organisation, o.name, c.id::text AS claim, c.evidence,
                   coalesce(c.fen_per_hour, c.grams) AS value
            FROM benefit_claim c
            JOIN benefit_household h ON h.id = c.household_id
            JOIN organisation o ON o.id = c.organisation_id
            WHERE c.mode = :mode AND c.state <> 'REJECTED' AND c.created_at > :since ORDER BY c.id LIMIT :limit
            """;
    private static final String INSERT =
            """
            INSERT INTO finding (id, county_code, check_code, subject, subject_key, evidence, found_at)
            VALUES (:id, :county, :check, left(:subject, 200), :key, :evidence, :now)
            ON CONFLICT (check_code, subject_key) DO NOTHING
            """;
    private static final String VIEW =
            """
            SELECT f.id, f.check_code AS "check", f.subject, f.evidence, f.found_at, f.decision, f.reason, f.decided_at
            FROM finding f WHERE (:all OR f.county_code = (SELECT county_code FROM organisation WHERE id = :organisation))
            """;
    private static final String FIND = VIEW + " AND f.id = :id";
    private static final String LIST = VIEW + " AND f.id < :before ORDER BY f.id DESC LIMIT :limit";
    private static final String DECIDE =
            """
            UPDATE finding SET decision = :decision, reason = :reason, decided_by = :person, decided_at = :now
            WHERE id = :id AND decision IS NULL
            """;

    private final DatabaseClient database;

    FindingStore(DatabaseClient database) {
        this.database = database;
    }

    /** Something odd as a query finds it. */
    record Odd(String county, String key, String subject, String evidence) {}

    /** A number of a claim: its weight or its hourly rate. */
    record Value(
            String county,
            String organisation,
            String name,
            String claim,
            String evidence,
            long value) {}

    Mono<List<Odd>> plannedIncome() {
        return odd(PLANNED);
    }

    Mono<List<Odd>> sameKilograms() {
        return odd(SAME_KILOGRAMS);
    }

    Mono<List<Odd>> aboveEvidence() {
        return odd(ABOVE_EVIDENCE);
    }

    Mono<List<Value>> values(String mode, Instant since) {
        return database.sql(VALUES)
                .bind("mode", mode)
                .bind("since", since)
                .bind("limit", MOST_ROWS)
                .mapProperties(Value.class)
                .all()
                .collectList();
    }

    Mono<Void> insert(UUID id, Check check, Odd odd, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("county", odd.county())
                .bind("check", check.name())
                .bind("subject", odd.subject())
                .bind("key", odd.key())
                .bind("evidence", odd.evidence())
                .bind("now", now)
                .then();
    }

    Mono<FindingView> find(Caller caller, UUID id) {
        return scoped(FIND, caller).bind("id", id).mapProperties(FindingView.class).one();
    }

    Mono<List<FindingView>> list(Caller caller, UUID before) {
        return scoped(LIST, caller)
                .bind("before", before)
                .bind("limit", Page.SIZE + 1)
                .mapProperties(FindingView.class)
                .all()
                .collectList();
    }

    /** Whether nobody had decided. */
    Mono<Boolean> decide(Caller caller, UUID id, String decision, String reason, Instant now) {
        return database.sql(DECIDE)
                .bind("id", id)
                .bind("decision", decision)
                .bind("reason", reason)
                .bind("person", caller.personId())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<List<Odd>> odd(String sql) {
        return database.sql(sql)
                .bind("limit", MOST_ROWS)
                .mapProperties(Odd.class)
                .all()
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec scoped(String sql, Caller caller) {
        return database.sql(sql)
                .bind("all", caller.seesAll())
                .bind("organisation", caller.organisationId());
    }
}
