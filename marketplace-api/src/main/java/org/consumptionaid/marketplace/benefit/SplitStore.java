package org.consumptionaid.marketplace.benefit;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SplitStore {
    /** What one order line is shared among at most; the others wait for the next line. */
    private static final int MOST_CLAIMS = 500;

    // Locked in id order, so that two orders paid at the same time wait for each other and never
    // for ever.
    private static final String OPEN_CLAIMS =
            """
            SELECT c.id, h.code AS household, c.mode, c.worth_fen - c.received_fen AS open_fen
            FROM benefit_claim c
            JOIN benefit_household h ON h.id = c.household_id
            WHERE c.organisation_id = :organisation AND c.state = 'CONFIRMED' AND c.received_fen < c.worth_fen
              AND (c.mode <> 'PURCHASE'
                   OR c.lot_id IN (SELECT id FROM lot WHERE order_id = :order AND line = :line))
            ORDER BY c.id LIMIT :limit FOR UPDATE OF c
            """;
    private static final String RECEIVE =
            """
            UPDATE benefit_claim c SET received_fen = c.received_fen + r.fen
            FROM jsonb_to_recordset(:claims::jsonb) AS r (claim uuid, fen bigint)
            WHERE c.id = r.claim AND r.fen > 0
            """;
    private static final String INSERT =
            """
            INSERT INTO benefit_split (order_id, line, entry_id, rule_id, fen, parts, claims)
            VALUES (:order, :line, :entry, :rule, :fen, :parts::jsonb, :claims::jsonb)
            """;

    // A split stands until its entry is reversed; then the line may be split again.
    private static final String STANDING =
            """
            SELECT s.entry_id FROM benefit_split s
            WHERE s.order_id = :order AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = s.entry_id)
            ORDER BY s.line LIMIT 1000
            """;
    private static final String TAKE_BACK =
            """
            UPDATE benefit_claim c SET received_fen = c.received_fen - r.fen
            FROM benefit_split s, jsonb_to_recordset(s.claims) AS r (claim uuid, fen bigint)
            WHERE s.entry_id = :entry AND c.id = r.claim AND r.fen > 0
            """;
    private static final String EXPORT_SPLITS =
            """
            SELECT jsonb_build_object('entry', s.entry_id, 'order', s.order_id, 'line', s.line, 'rule', s.rule_id,
                                      'fen', s.fen, 'parts', s.parts, 'claims', s.claims)::text
            FROM benefit_split s
            JOIN ledger_sealed_entry e ON e.entry_id = s.entry_id AND e.seal BETWEEN :first AND :last
            ORDER BY e.seal, e.position
            """;
    private static final String EXPORT_RULES =
            """
            SELECT jsonb_build_object('rule', r.id, 'organisation', r.organisation_id, 'product', r.product_id,
                                      'version', r.version, 'validFrom', r.valid_from AT TIME ZONE 'UTC',
                                      'parts', (SELECT jsonb_agg(jsonb_build_object('mode', p.mode, 'basisPoints', p.basis_points))
                                                FROM benefit_rule_part p WHERE p.rule_id = r.id))::text
            FROM benefit_rule r
            WHERE r.id IN (SELECT s.rule_id FROM benefit_split s
                           JOIN ledger_sealed_entry e ON e.entry_id = s.entry_id AND e.seal BETWEEN :first AND :last)
            ORDER BY r.id
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SplitStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<List<Split.OpenClaim>> openClaims(UUID organisation, UUID order, int line) {
        return database.sql(OPEN_CLAIMS)
                .bind("organisation", organisation)
                .bind("order", order)
                .bind("line", line)
                .bind("limit", MOST_CLAIMS)
                .mapProperties(Split.OpenClaim.class)
                .all()
                .collectList();
    }

    /** The entries of an order's splits that nobody has reversed. */
    Mono<List<UUID>> standing(UUID order) {
        return database.sql(STANDING).bind("order", order).mapValue(UUID.class).all().collectList();
    }

    /** What a split gave to claims is open again. */
    Mono<Void> takeBack(UUID entry) {
        return database.sql(TAKE_BACK).bind("entry", entry).then();
    }

    Mono<List<String>> exportSplits(long firstSeal, long lastSeal) {
        return lines(EXPORT_SPLITS, firstSeal, lastSeal);
    }

    Mono<List<String>> exportRules(long firstSeal, long lastSeal) {
        return lines(EXPORT_RULES, firstSeal, lastSeal);
    }

    private Mono<List<String>> lines(String sql, long firstSeal, long lastSeal) {
        return database.sql(sql)
                .bind("first", firstSeal)
                .bind("last", lastSeal)
                .mapValue(String.class)
                .all()
                .map(line -> json.writeValueAsString(json.readTree(line))) // without blanks
                .collectList();
    }

    Mono<Void> insert(UUID order, int line, UUID entry, Split split) {
        String claims = json.writeValueAsString(split.claims());
        return database.sql(RECEIVE)
                .bind("claims", claims)
                .then()
                .then(
                        database.sql(INSERT)
                                .bind("order", order)
                                .bind("line", line)
                                .bind("entry", entry)
                                .bind("rule", split.ruleId())
                                .bind("fen", split.fen())
                                .bind("parts", json.writeValueAsString(split.parts()))
                                .bind("claims", claims)
                                .then());
    }
}
