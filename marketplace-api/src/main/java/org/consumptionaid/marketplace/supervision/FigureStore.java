package org.consumptionaid.marketplace.supervision;

import java.time.Instant;
import java.util.List;
import org.consumptionaid.marketplace.supervision.FigureRules.Cell;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class FigureStore {
    private static final int MOST_CELLS = 20_000;

    // Households received what splits gave them; a reversal counts in the month in which it was
    // booked.
    private static final String CELLS =
            """
            WITH received AS (
                SELECT h.county_code, h.id, upper(replace(split_part(a.code, '/', 3), '-', '_')) AS measure, p.amount_fen
                FROM ledger_entry e
                JOIN ledger_sealed_entry s ON s.entry_id = e.id
                JOIN ledger_posting p ON p.entry_id = e.id
                JOIN ledger_account a ON a.id = p.account_id AND a.code LIKE 'household/%'
                JOIN benefit_household h ON h.code = split_part(a.code, '/', 2)
                WHERE e.kind IN ('BENEFIT_SPLIT', 'REVERSAL') AND e.booked_at >= :from AND e.booked_at < :to),
            earned AS (
                SELECT o.county_code, sum(p.amount_fen)::bigint AS fen
                FROM ledger_entry e
                JOIN ledger_sealed_entry s ON s.entry_id = e.id
                LEFT JOIN ledger_entry undone ON undone.id = e.reverses_id
                JOIN ledger_posting p ON p.entry_id = e.id
                JOIN ledger_account a ON a.id = p.account_id AND a.code LIKE 'cooperative/%/benefit'
                JOIN organisation o ON o.id = a.organisation_id
                WHERE coalesce(undone.kind, e.kind) = 'BENEFIT_EARNED' AND e.booked_at >= :from AND e.booked_at < :to
                  AND o.county_code IS NOT NULL
                GROUP BY o.county_code)
            SELECT measure, county_code AS county, count(DISTINCT id) AS households, sum(amount_fen)::bigint AS fen
            FROM received GROUP BY measure, county_code
            UNION ALL
            SELECT 'TURNOVER', county_code, (SELECT count(DISTINCT r.id) FROM received r WHERE r.county_code = earned.county_code),
                   fen
            FROM earned
            ORDER BY 1, 2 LIMIT :limit
            """;
    private static final String SEAL =
            """
            SELECT number, encode(hash, 'hex') AS hash FROM ledger_seal
            WHERE number = (SELECT max(s.seal) FROM ledger_entry e JOIN ledger_sealed_entry s ON s.entry_id = e.id
                            WHERE e.kind IN ('BENEFIT_EARNED', 'BENEFIT_SPLIT', 'REVERSAL')
                              AND e.booked_at >= :from AND e.booked_at < :to)
            """;
    private static final String NAMES = "SELECT code, name FROM division WHERE code = ANY(:codes)";

    private static final String HOUSEHOLDS =
            """
            SELECT h.code, h.county_code AS county FROM benefit_household h
            WHERE h.code IN (SELECT split_part(a.code, '/', 2) FROM ledger_sealed_entry s
                             JOIN ledger_posting p ON p.entry_id = s.entry_id
                             JOIN ledger_account a ON a.id = p.account_id AND a.code LIKE 'household/%'
                             WHERE s.seal BETWEEN :first AND :last)
            ORDER BY h.code
            """;
    private static final String COOPERATIVES =
            """
            SELECT o.id::text AS code, o.county_code AS county FROM organisation o
            WHERE o.county_code IS NOT NULL
              AND o.id IN (SELECT a.organisation_id FROM ledger_sealed_entry s
                           JOIN ledger_posting p ON p.entry_id = s.entry_id
                           JOIN ledger_account a ON a.id = p.account_id AND a.code LIKE 'cooperative/%/benefit'
                           WHERE s.seal BETWEEN :first AND :last)
            ORDER BY o.id
            """;

    private final DatabaseClient database;

    FigureStore(DatabaseClient database) {
        this.database = database;
    }

    /** The last seal over what was counted. */
    record SealedBy(long number, String hash) {}

    /** In which county a household (its code) or a cooperative (its id) is. */
    record Place(String code, String county) {}

    /** Those that received something under these seals. */
    Mono<List<Place>> households(long firstSeal, long lastSeal) {
        return places(HOUSEHOLDS, firstSeal, lastSeal);
    }

    /** Those that earned something under these seals. */
    Mono<List<Place>> cooperatives(long firstSeal, long lastSeal) {
        return places(COOPERATIVES, firstSeal, lastSeal);
    }

    private Mono<List<Place>> places(String sql, long firstSeal, long lastSeal) {
        return database.sql(sql)
                .bind("first", firstSeal)
                .bind("last", lastSeal)
                .mapProperties(Place.class)
                .all()
                .collectList();
    }

    /** A county's name. */
    record County(String code, String name) {}

    Mono<List<Cell>> cells(Instant from, Instant to) {
        return database.sql(CELLS)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", MOST_CELLS)
                .mapProperties(Cell.class)
                .all()
                .collectList();
    }

    Mono<SealedBy> seal(Instant from, Instant to) {
        return database.sql(SEAL)
                .bind("from", from)
                .bind("to", to)
                .mapProperties(SealedBy.class)
                .one();
    }

    Mono<List<County>> names(List<String> codes) {
        return database.sql(NAMES)
                .bind("codes", codes.toArray(String[]::new))
                .mapProperties(County.class)
                .all()
                .collectList();
    }
}
