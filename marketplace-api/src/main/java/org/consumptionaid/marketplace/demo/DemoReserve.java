package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Where a demonstration order stands in the accounts of its unit's reserved share. */
final class DemoReserve {
    private static final String ACCOUNTS =
            """
            INSERT INTO ledger_account (code, organisation_id, opened_at)
            SELECT 'unit/' || o.buyer_id || '/' || extract(year FROM o.placed_at AT TIME ZONE 'Asia/Shanghai') || '-' || s.name,
                   o.buyer_id, ?
            FROM purchase_order o, (VALUES ('open'), (?)) AS s (name)
            WHERE o.id = ? ON CONFLICT (code) DO NOTHING
            """;
    private static final String POSITION =
            """
            WITH placed AS (
                INSERT INTO reserve_order (order_id, unit_id, fiscal_year, month, stage, fen)
                SELECT id, buyer_id, extract(year FROM placed_at AT TIME ZONE 'Asia/Shanghai'),
                       extract(month FROM placed_at AT TIME ZONE 'Asia/Shanghai'), upper(?), accepted_fen
                FROM purchase_order WHERE id = ? ON CONFLICT DO NOTHING RETURNING order_id, unit_id, fiscal_year, fen),
            entry AS (
                INSERT INTO ledger_entry (kind, subject_id, booked_at, note)
                SELECT 'RESERVE_MOVED', placed.unit_id, ?, o.number FROM placed JOIN purchase_order o ON o.id = placed.order_id
                RETURNING id)
            INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
            SELECT entry.id, side.line, a.id, side.sign * placed.fen
            FROM entry, placed, (VALUES (1, 'open', -1), (2, ?, 1)) AS side (line, name, sign)
            JOIN ledger_account a ON true
            WHERE a.code = 'unit/' || placed.unit_id || '/' || placed.fiscal_year || '-' || side.name
            """;

    private DemoReserve() {}

    /**
     * @param stage {@code accepted} or {@code counted}
     */
    static void place(Connection connection, UUID order, String stage, Instant at)
            throws SQLException {
        try (PreparedStatement accounts = connection.prepareStatement(ACCOUNTS);
                PreparedStatement position = connection.prepareStatement(POSITION)) {
            accounts.setTimestamp(1, Timestamp.from(at));
            accounts.setString(2, stage);
            accounts.setObject(3, order);
            accounts.executeUpdate();
            position.setString(1, stage);
            position.setObject(2, order);
            position.setTimestamp(3, Timestamp.from(at));
            position.setString(4, stage);
            position.executeUpdate();
        }
    }
}
