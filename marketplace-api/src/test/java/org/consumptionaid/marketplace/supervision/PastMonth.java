package org.consumptionaid.marketplace.supervision;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Books into months that are over; as reversals, which count like splits but have none beside them.
 */
final class PastMonth {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PastMonth(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Each of so many new households of the county gets one yuan for its produce. */
    void receive(YearMonth month, String county, int households) {
        String entry = UUID.randomUUID().toString();
        Instant at = BusinessDay.start(month.atDay(15));
        transaction
                .transactional(
                        database.sql(
                                        """
                                        WITH household AS (
                                            INSERT INTO benefit_household (id, code, county_code, created_at)
                                            SELECT uuidv7(), 'H' || (90000000000 + :base::bigint + n), :county, now()
                                            FROM generate_series(1, :households) n RETURNING code),
                                        account AS (
                                            INSERT INTO ledger_account (code, opened_at)
                                            SELECT 'household/' || code || '/purchase', now() FROM household
                                            UNION ALL SELECT 'test/' || :entry, now() RETURNING id, code),
                                        entry AS (
                                            INSERT INTO ledger_entry (id, kind, subject_id, booked_at)
                                            VALUES (:entry::uuid, 'REVERSAL', :entry::uuid, :at))
                                        INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
                                        SELECT :entry::uuid, row_number() OVER (), id,
                                               CASE WHEN code LIKE 'household/%' THEN 100 ELSE -100 * :households END
                                        FROM account
                                        """)
                                .bind("county", county)
                                .bind("base", System.nanoTime() % 1_000_000_000L * 100)
                                .bind("households", households)
                                .bind("entry", entry)
                                .bind("at", at)
                                .then())
                .block();
    }
}
