package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Orders that were placed in the last two years, straight into the tables: purchase, order, two
 * lines, first event and the key's answer, no stock. Foreign keys hold by the way they are made and
 * are not looked at.
 */
final class PresentOrders {
    private static final int ORDERS_PER_TRANSACTION = 100_000;
    private static final String NAMES =
            """
            CREATE TEMP TABLE someone AS SELECT row_number() OVER () - 1 AS n, id, organisation_id FROM person
                WHERE username LIKE 'load-%';
            CREATE TEMP TABLE something AS SELECT row_number() OVER () - 1 AS n, id, organisation_id, name, category_code,
                county_code, unit, net_weight_grams, price_fen FROM product WHERE listed;
            ANALYZE someone; ANALYZE something
            """;
    private static final String MADE =
            """
            CREATE TEMP TABLE made ON COMMIT DROP AS
            SELECT i, at, uuidv7(at - clock_timestamp()) AS purchase, uuidv7(at - clock_timestamp()) AS id, p.id AS person, p.organisation_id AS buyer,
                   i * 7919 % (SELECT count(*) FROM something) AS first, i * 104729 % (SELECT count(*) FROM something) AS second
            FROM (SELECT i, now() - interval '2 years' + interval '2 years' * ((i % 1000000) / 1000001.0) AS at
                  FROM generate_series(current_setting('load.first')::bigint, current_setting('load.last')::bigint) i) o
            JOIN someone p ON p.n = i % (SELECT count(*) FROM someone)
            """;
    private static final String ROWS =
            """
            INSERT INTO purchase SELECT purchase, buyer, person, at FROM made;
            INSERT INTO purchase_order (id, number, purchase_id, channel, state, terms, buyer_id, supplier_id, total_fen, placed_at)
                SELECT m.id, 'X' || m.i, m.purchase, 'PROCUREMENT', 'SETTLED', 'GOODS_FIRST', m.buyer, s.organisation_id,
                       2 * s.price_fen, m.at FROM made m JOIN something s ON s.n = m.first;
            INSERT INTO order_line (order_id, line, product_id, name, category_code, county_code, county_name, unit, unit_grams,
                                    price_fen, quantity, total_fen, certificate_number)
                SELECT m.id, l.line, s.id, s.name, s.category_code, s.county_code, '', s.unit, s.net_weight_grams, s.price_fen, 1,
                       s.price_fen, '' FROM made m CROSS JOIN generate_series(1, 2) AS l (line)
                JOIN something s ON s.n = CASE l.line WHEN 1 THEN m.first ELSE m.second END;
            INSERT INTO order_event (order_id, seq, action, from_state, to_state, person_id, organisation_id, at)
                SELECT id, 1, 'PLACE', 'DRAFT', 'PLACED', person, buyer, at FROM made;
            """;

    private PresentOrders() {}

    /** Fills up to so many orders. */
    static void fill(DatabaseAddress database, long wanted) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET session_replication_role = replica; SET synchronous_commit = off");
            statement.execute(NAMES);
            connection.setAutoCommit(false);
            long present = count(connection);
            while (present < wanted) {
                long next = Math.min(wanted, present + ORDERS_PER_TRANSACTION);
                statement.execute(
                        "SET load.first = " + (present + 1) + "; SET load.last = " + next);
                statement.execute(MADE);
                statement.execute(ROWS);
                connection.commit();
                present = next;
            }
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT count(*) FROM purchase_order");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
