package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.consumptionaid.localstack.LocalPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private static final String OWNER = "shop_owner";

    @Test
    void runAsAnOwnerWhoIsNoSuperuserAndLetItTakeTheApplicationsRoles() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(null, 0)) {
            server.createDatabase("shop");
            execute(
                    DriverManager.getConnection(
                            server.jdbcUrl("shop"), server.user(), server.password()),
                    "CREATE ROLE " + OWNER + " LOGIN PASSWORD 'secret' CREATEROLE",
                    "ALTER DATABASE shop OWNER TO " + OWNER);

            Flyway.configure()
                    .dataSource(server.jdbcUrl("shop"), OWNER, "secret")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();

            assertThat(rowsSeenAs(server, "marketplace_app", "product")).isZero();
            assertThat(rowsSeenAs(server, "marketplace_indexer", "catalog_document")).isZero();
        }
    }

    private static long rowsSeenAs(LocalPostgres server, String role, String table)
            throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("shop"), OWNER, "secret");
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
