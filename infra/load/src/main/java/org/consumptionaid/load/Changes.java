package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Changes of products as the API makes them: rows and outbox in one transaction, the bell outside.
 */
final class Changes implements AutoCloseable {
    private static final String CHANGE =
            """
            WITH changed AS (UPDATE stock SET available = ?, version = version + 1 WHERE product_id = ?
                             RETURNING product_id)
            INSERT INTO catalog_change (aggregateid) SELECT product_id FROM changed
            """;
    private static final String VERSION = "SELECT version FROM catalog_document WHERE id = ?";
    private static final String SOME_IDS =
            "SELECT id FROM product WHERE listed ORDER BY md5(id::text) LIMIT ";
    private static final int STOCK_MAX = 10_000;

    private final Connection connection;
    private final Random random;
    private final List<UUID> products;

    Changes(DatabaseAddress database, int products, Random random) throws SQLException {
        this.connection = database.connect();
        this.random = random;
        this.products = ids(products);
        connection.setAutoCommit(false);
    }

    /** The products that are changed, in an order of no meaning. */
    List<UUID> products() {
        return products;
    }

    /** Changes so many products in one transaction. */
    List<UUID> commit(int count) throws SQLException {
        List<UUID> changed = new ArrayList<>();
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            for (int i = 0; i < count; i++) {
                UUID product = products.get(random.nextInt(products.size()));
                change.setInt(1, 1 + random.nextInt(STOCK_MAX));
                change.setObject(2, product);
                change.executeUpdate();
                changed.add(product);
            }
        }
        connection.commit();
        return changed;
    }

    void ring() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY catalog_change");
        }
        connection.commit();
    }

    long version(UUID product) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VERSION)) {
            query.setObject(1, product);
            ResultSet row = query.executeQuery();
            row.next();
            long version = row.getLong(1);
            connection.commit();
            return version;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<UUID> ids(int count) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOME_IDS + count)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
