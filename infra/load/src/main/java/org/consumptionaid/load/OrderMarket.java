package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What orders are placed with: a small certified catalogue of which there is more than anybody
 * orders, and buyers.
 *
 * @param products on sale, the lowest id first
 */
record OrderMarket(List<UUID> products, List<Buyer> buyers) {
    private static final int PRODUCTS = 2_000;
    private static final int BUYERS = 256;
    private static final int UNITS = 64;
    private static final String PLENTY =
            """
            UPDATE stock SET available = 1000000000;
            UPDATE certificate SET seasons = jsonb_build_array(jsonb_build_object(
                'from', current_date - 100, 'to', current_date + 200, 'basis', 'AREA',
                'amountHundredths', 1000000000, 'gramsPerUnit', 100000000)) WHERE kind = 'PRODUCT';
            INSERT INTO season_capacity (organisation_id, category_code, season_from, season_to, certificate_id, certified_grams)
            SELECT organisation_id, category_code, current_date - 100, current_date + 200, id, 1000000000000000
            FROM certificate WHERE kind = 'PRODUCT';
            """;
    private static final String UNITS_OF_BUYERS =
            """
            INSERT INTO organisation (kind, name, county_code, demo, created_at)
            SELECT 'BUDGET_UNIT', '预算单位' || n, (SELECT min(code) FROM division), true, now()
            FROM generate_series(1, %d) n
            """
                    .formatted(UNITS);
    private static final String PEOPLE =
            """
            WITH unit AS (SELECT id, row_number() OVER () AS n FROM organisation WHERE kind = 'BUDGET_UNIT')
            INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
            SELECT u.id, 'load-' || i, '采购人' || i, 'BUYER', '', now()
            FROM generate_series(1, %d) i JOIN unit u ON u.n = 1 + i %% %d
            """
                    .formatted(BUYERS, UNITS);

    /** Fills an empty, migrated database. */
    static OrderMarket into(DatabaseAddress database, long seed) throws SQLException {
        CatalogueLoad.into(database).write(CatalogueSize.ofProducts(PRODUCTS, seed));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(PLENTY);
            statement.execute(UNITS_OF_BUYERS);
            statement.execute(PEOPLE);
            statement.execute("VACUUM ANALYZE");
            return new OrderMarket(products(statement), buyers(statement));
        }
    }

    private static List<UUID> products(Statement statement) throws SQLException {
        List<UUID> products = new ArrayList<>();
        ResultSet rows = statement.executeQuery("SELECT id FROM product WHERE listed ORDER BY id");
        while (rows.next()) {
            products.add(rows.getObject(1, UUID.class));
        }
        return products;
    }

    private static List<Buyer> buyers(Statement statement) throws SQLException {
        List<Buyer> buyers = new ArrayList<>();
        ResultSet rows =
                statement.executeQuery(
                        "SELECT id, organisation_id FROM person WHERE username LIKE 'load-%'");
        while (rows.next()) {
            buyers.add(new Buyer(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
        }
        return buyers;
    }
}
