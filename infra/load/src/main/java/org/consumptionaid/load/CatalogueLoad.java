package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consumptionaid.load.Supplier.County;

/**
 * Writes a generated catalogue straight into the tables: every supplier and product certified, so
 * that it is found, and no row in the outbox, as a rebuild reads everything anyway.
 */
final class CatalogueLoad {
    private static final String COUNTIES =
            """
            SELECT DISTINCT d.code, d.name FROM listed_county l JOIN division d ON d.code = l.code ORDER BY d.code
            """;
    private static final String CERTIFICATE_NUMBERS =
            "SELECT setval('certificate_number', nextval('certificate_number') + ?) - ?";

    private final DatabaseAddress database;
    private final List<Produce> produce = Produce.all();

    private CatalogueLoad(DatabaseAddress database) {
        this.database = database;
    }

    static CatalogueLoad into(DatabaseAddress database) {
        return new CatalogueLoad(database);
    }

    /**
     * One transaction, then statistics, then the request for a rebuild.
     *
     * @return how long it took
     */
    Duration write(CatalogueSize size) throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            write(connection, size);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "ANALYZE");
            execute(connection, "NOTIFY catalog_rebuild");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void write(Connection connection, CatalogueSize size) throws SQLException {
        Random random = new Random(size.seed());
        GeneratedIds ids = new GeneratedIds(random);
        List<Supplier> suppliers = suppliers(counties(connection), size, ids, random);
        CatalogueTables tables = new CatalogueTables(connection);
        int numbers = Math.multiplyExact(size.suppliers(), CatalogueTables.NUMBERS_PER_SUPPLIER);
        long firstNumber = firstNumber(connection, numbers);
        tables.writeSuppliers(suppliers, firstNumber);
        CopyRows certificates = tables.productCertificates();
        try (ProductRows rows = new ProductRows(tables)) {
            List<Produce> mixed = new ArrayList<>(produce);
            for (int i = 0; i < suppliers.size(); i++) {
                Collections.shuffle(mixed, random);
                int count = size.firstProductOf(i + 1) - size.firstProductOf(i);
                Supplier supplier = suppliers.get(i);
                CatalogueTables.certify(
                        certificates,
                        supplier,
                        categories(mixed.subList(0, count)),
                        firstNumber + (long) i * CatalogueTables.NUMBERS_PER_SUPPLIER);
                for (Produce one : mixed.subList(0, count)) {
                    rows.add(supplier, GeneratedProduct.of(supplier, one, ids, random));
                }
            }
        }
        certificates.send();
    }

    private static Set<String> categories(List<Produce> produce) {
        return produce.stream()
                .map(Produce::topCategory)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first so many suppliers are one of each county, so that none is left out. */
    private static List<Supplier> suppliers(
            List<County> counties, CatalogueSize size, GeneratedIds ids, Random random) {
        List<Supplier> suppliers = new ArrayList<>();
        for (int i = 0; i < size.suppliers(); i++) {
            int county = i < counties.size() ? i : random.nextInt(counties.size());
            suppliers.add(Supplier.of(i, counties.get(county), ids, random));
        }
        return suppliers;
    }

    private static List<County> counties(Connection connection) throws SQLException {
        List<County> counties = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTIES)) {
            while (rows.next()) {
                counties.add(new County(rows.getString(1), rows.getString(2)));
            }
        }
        if (counties.isEmpty()) {
            throw new IllegalStateException("There are no counties: start the API on it first.");
        }
        return counties;
    }

    private static long firstNumber(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CERTIFICATE_NUMBERS)) {
            statement.setInt(1, count);
            statement.setInt(2, count);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
