package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two orders of the demonstration buyer that are some weeks old: one paid and out of its return
 * window, to be paid out, and one whose day of payment is over.
 */
@Component
@Profile("demo")
class DemoOrders {
    private static final UUID PAID = UUID.fromString("00000000-0000-7000-8000-0000000d0001");
    private static final UUID OVERDUE = UUID.fromString("00000000-0000-7000-8000-0000000d0002");
    private static final Duration PLACED_BEFORE_ACCEPTED = Duration.ofDays(5);
    private static final String NUMBER =
            """
            SELECT nextval('order_number') AS number WHERE NOT EXISTS (SELECT FROM purchase_order WHERE id = ?)
            """;
    private static final String ORDER =
            """
            WITH given AS (
                SELECT ?::uuid AS id, ?::text AS number, ?::timestamptz AS placed_at, ?::timestamptz AS accepted_at, ?::bigint AS boxes),
            parties AS (
                SELECT b.id AS person_id, b.organisation_id AS buyer_id, s.organisation_id AS supplier_id
                FROM person b, person s WHERE b.username = 'buyer' AND s.username = 'cooperative'),
            goods AS (
                SELECT p.*, d.name AS county_name, p.price_fen * given.boxes AS fen,
                       (SELECT min(c.number) FROM certificate c WHERE c.organisation_id = p.organisation_id
                                                                  AND c.kind = 'PRODUCT') AS certificate_number
                FROM product p JOIN parties ON p.organisation_id = parties.supplier_id
                JOIN division d ON d.code = p.county_code CROSS JOIN given
                WHERE p.demo ORDER BY p.id LIMIT 1),
            bought AS (
                INSERT INTO purchase (id, buyer_id, person_id, placed_at)
                SELECT given.id, buyer_id, person_id, placed_at FROM given, parties, goods),
            ordered AS (
                INSERT INTO purchase_order (id, number, purchase_id, channel, state, terms, buyer_id, supplier_id, total_fen,
                                            accepted_fen, paid_fen, note, placed_at, due_on)
                SELECT given.id, given.number, given.id, 'PROCUREMENT', 'ACCEPTED', 'GOODS_FIRST', buyer_id, supplier_id, fen,
                       fen, 0, '演示数据', placed_at, (accepted_at AT TIME ZONE 'Asia/Shanghai')::date + 30
                FROM given, parties, goods),
            line AS (
                INSERT INTO order_line (order_id, line, product_id, name, category_code, county_code, county_name, grade, unit,
                                        unit_grams, price_fen, quantity, total_fen, accepted_grams, accepted_fen,
                                        certificate_number)
                SELECT given.id, 1, goods.id, goods.name, category_code, county_code, county_name, grade, unit, net_weight_grams,
                       price_fen, boxes, fen, net_weight_grams * boxes, fen, certificate_number
                FROM given, goods)
            INSERT INTO order_event (order_id, seq, action, from_state, to_state, person_id, organisation_id, at)
            SELECT given.id, seq, action, from_state, to_state, person_id,
                   CASE WHEN action IN ('PLACE', 'ACCEPT') THEN buyer_id ELSE supplier_id END,
                   CASE WHEN seq < 4 THEN placed_at + seq * interval '1 day' ELSE accepted_at END
            FROM given, parties, goods,
                 (VALUES (1, 'PLACE', 'DRAFT', 'PLACED'), (2, 'CONFIRM', 'PLACED', 'CONFIRMED'),
                         (3, 'SHIP', 'CONFIRMED', 'SHIPPED'), (4, 'ACCEPT', 'SHIPPED', 'ACCEPTED'))
                     AS step (seq, action, from_state, to_state)
            """;
    private static final String PAY =
            """
            UPDATE purchase_order SET state = 'PAID', paid_fen = accepted_fen, version = version + 1 WHERE id = ?
            """;
    private static final String PAY_EVENT =
            """
            INSERT INTO order_event (order_id, seq, action, from_state, to_state, at)
            VALUES (?, 5, 'PAY', 'ACCEPTED', 'PAID', ?)
            """;
    private static final String ACCOUNT =
            """
            INSERT INTO ledger_account (code, organisation_id, opened_at)
            SELECT replace(?, '$', o.id::text), CASE WHEN ? LIKE '%$%' THEN o.id END, ?
            FROM purchase_order p JOIN organisation o ON o.id = CASE WHEN ? LIKE 'payer%' THEN p.buyer_id ELSE p.supplier_id END
            WHERE p.id = ? ON CONFLICT (code) DO NOTHING
            """;
    private static final String ENTRY =
            """
            WITH paid AS (SELECT * FROM purchase_order WHERE id = ?),
            entry AS (
                INSERT INTO ledger_entry (kind, subject_id, booked_at, note)
                SELECT ?, id, ?, number FROM paid RETURNING id)
            INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
            SELECT entry.id, side.line, a.id, side.sign * paid.accepted_fen
            FROM entry, paid, (VALUES (1, ?, -1), (2, ?, 1)) AS side (line, code, sign)
            JOIN ledger_account a ON true
            WHERE a.code = replace(side.code, '$', CASE WHEN side.code LIKE 'payer%' THEN paid.buyer_id
                                                        ELSE paid.supplier_id END::text)
            """;

    void load(Connection connection, Instant now) throws SQLException {
        Instant paid = now.minus(Duration.ofDays(10));
        if (order(connection, PAID, now.minus(Duration.ofDays(12)), 6)) {
            pay(connection, PAID, paid);
            DemoReserve.place(connection, PAID, "counted", paid);
        }
        Instant late = now.minus(Duration.ofDays(35));
        if (order(connection, OVERDUE, late, 4)) {
            DemoReserve.place(connection, OVERDUE, "accepted", late);
        }
    }

    /** Whether it was not there before. */
    private static boolean order(Connection connection, UUID id, Instant accepted, int boxes)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBER);
                PreparedStatement insert = connection.prepareStatement(ORDER)) {
            query.setObject(1, id);
            ResultSet number = query.executeQuery();
            if (!number.next()) {
                return false;
            }
            insert.setObject(1, id);
            insert.setString(2, CheckedNumber.of('D', number.getLong("number")));
            insert.setTimestamp(3, Timestamp.from(accepted.minus(PLACED_BEFORE_ACCEPTED)));
            insert.setTimestamp(4, Timestamp.from(accepted));
            insert.setInt(5, boxes);
            return insert.executeUpdate() > 0;
        }
    }

    private static void pay(Connection connection, UUID id, Instant at) throws SQLException {
        try (PreparedStatement pay = connection.prepareStatement(PAY);
                PreparedStatement event = connection.prepareStatement(PAY_EVENT)) {
            pay.setObject(1, id);
            pay.executeUpdate();
            event.setObject(1, id);
            event.setTimestamp(2, Timestamp.from(at));
            event.executeUpdate();
        }
        entry(connection, id, "PAYMENT_RECEIVED", "payer/$/purchases", "platform/bank", at);
        entry(
                connection,
                id,
                "BENEFIT_EARNED",
                "cooperative/$/payable",
                "cooperative/$/benefit",
                at);
    }

    /** From one account to another; {@code $} stands for whose it is. */
    private static void entry(
            Connection connection, UUID id, String kind, String giver, String receiver, Instant at)
            throws SQLException {
        account(connection, id, giver, at);
        account(connection, id, receiver, at);
        try (PreparedStatement entry = connection.prepareStatement(ENTRY)) {
            entry.setObject(1, id);
            entry.setString(2, kind);
            entry.setTimestamp(3, Timestamp.from(at));
            entry.setString(4, giver);
            entry.setString(5, receiver);
            entry.executeUpdate();
        }
    }

    private static void account(Connection connection, UUID id, String code, Instant at)
            throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(ACCOUNT)) {
            open.setString(1, code);
            open.setString(2, code);
            open.setTimestamp(3, Timestamp.from(at));
            open.setString(4, code);
            open.setObject(5, id);
            open.executeUpdate();
        }
    }
}
