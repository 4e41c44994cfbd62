package org.consumptionaid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consumptionaid.localstack.LocalPostgres;

/**
 * The limit: the smallest honest order (the order, two lines, two conditional stock updates, an
 * outbox row) in tables of its own, by pgbench with prepared statements on the same server.
 */
final class HonestOrders {
    private static final int PRODUCTS = 2_000;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String TABLES =
            """
            CREATE SCHEMA IF NOT EXISTS honest;
            CREATE TABLE IF NOT EXISTS honest.placed (id bigserial PRIMARY KEY, buyer int NOT NULL, fen bigint NOT NULL,
                placed_at timestamptz NOT NULL DEFAULT now());
            CREATE TABLE IF NOT EXISTS honest.line (placed_id bigint REFERENCES honest.placed, line int, product int NOT NULL,
                quantity bigint NOT NULL, PRIMARY KEY (placed_id, line));
            CREATE TABLE IF NOT EXISTS honest.stock (product int PRIMARY KEY, available bigint NOT NULL CHECK (available >= 0))
                WITH (fillfactor = 70);
            CREATE TABLE IF NOT EXISTS honest.outbox (id bigserial PRIMARY KEY, placed_id bigint NOT NULL);
            INSERT INTO honest.stock SELECT n, 1000000000 FROM generate_series(1, 2000) n ON CONFLICT DO NOTHING;
            """;
    private static final String PRODUCTS_SPREAD =
            """
            \\set a random(1, %d)
            \\set b random(%d, %d)
            """
                    .formatted(PRODUCTS / 2, PRODUCTS / 2 + 1, PRODUCTS);
    private static final String PRODUCTS_HOT =
            """
            \\set a 1
            \\set b random(%d, %d)
            """
                    .formatted(PRODUCTS / 2 + 1, PRODUCTS);
    private static final String TRANSACTION =
            """
            BEGIN;
            INSERT INTO honest.placed (buyer, fen) VALUES (:client_id, 7360) RETURNING id AS placed \\gset
            INSERT INTO honest.line VALUES (:placed, 1, :a, 1);
            INSERT INTO honest.line VALUES (:placed, 2, :b, 1);
            UPDATE honest.stock SET available = available - 1 WHERE product = :a AND available >= 1;
            UPDATE honest.stock SET available = available - 1 WHERE product = :b AND available >= 1;
            INSERT INTO honest.outbox (placed_id) VALUES (:placed);
            COMMIT;
            """;
    private static final String ONE_STATEMENT =
            """
            WITH placed AS (INSERT INTO honest.placed (buyer, fen) VALUES (:client_id, 7360) RETURNING id),
            lines AS (INSERT INTO honest.line SELECT id, 1, :a::int, 1 FROM placed UNION ALL SELECT id, 2, :b::int, 1 FROM placed),
            a AS (UPDATE honest.stock SET available = available - 1 WHERE product = :a AND available >= 1),
            b AS (UPDATE honest.stock SET available = available - 1 WHERE product = :b AND available >= 1)
            INSERT INTO honest.outbox (placed_id) SELECT id FROM placed;
            """;

    private final LocalPostgres postgres;
    private final String database;
    private final Path folder;

    /** Makes the tables if they are missing. */
    HonestOrders(LocalPostgres postgres, DatabaseAddress address, Path folder) throws SQLException {
        this.postgres = postgres;
        this.database = address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
        this.folder = folder;
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            statement.execute("VACUUM ANALYZE honest.stock");
        }
    }

    /** Orders per second as a transaction of eight statements. */
    double transaction(int clients, boolean hot, Duration time) {
        return rate((hot ? PRODUCTS_HOT : PRODUCTS_SPREAD) + TRANSACTION, clients, time);
    }

    /** Orders per second as one statement. */
    double oneStatement(int clients, boolean hot, Duration time) {
        return rate((hot ? PRODUCTS_HOT : PRODUCTS_SPREAD) + ONE_STATEMENT, clients, time);
    }

    private double rate(String script, int clients, Duration time) {
        try {
            Path file = Files.writeString(folder.resolve("order.sql"), script);
            ProcessBuilder pgbench = new ProcessBuilder(command(file, clients, time));
            pgbench.environment().put("PGPASSWORD", postgres.password());
            Process process = pgbench.redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher tps = TPS.matcher(said);
            if (process.waitFor() != 0 || !tps.find()) {
                throw new IllegalStateException("pgbench says " + said);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException("needs pgbench (Debian: postgresql-contrib)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(Path script, int clients, Duration time) {
        return List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + time.toSeconds(),
                "--file=" + script,
                "--host=" + postgres.host(),
                "--port=" + postgres.port(),
                "--username=" + postgres.user(),
                database);
    }
}
