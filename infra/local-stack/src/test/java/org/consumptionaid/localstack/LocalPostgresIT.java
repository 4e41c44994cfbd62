package org.consumptionaid.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(null, 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void takesChineseCharactersForLetters() throws SQLException {
        query(postgres, "postgres", "CREATE EXTENSION IF NOT EXISTS pg_trgm");

        assertThat(query(postgres, "postgres", "SELECT cardinality(show_trgm('马铃薯'))"))
                .isEqualTo("4");
        assertThat(query(postgres, "postgres", "SELECT similarity('马铃薯', '马铃薯粉') > 0.3"))
                .isEqualTo("t");
    }

    @Test
    void sortsByCodePointAndStoresUtf8() throws SQLException {
        assertThat(query(postgres, "postgres", "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(
                        query(
                                postgres,
                                "postgres",
                                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname ="
                                        + " current_database()"))
                .isEqualTo("bC.UTF-8");
    }

    @Test
    void copiesADatabaseFromATemplate() throws SQLException {
        postgres.createDatabase("original");
        query(postgres, "original", "CREATE TABLE produce AS SELECT '苹果' AS name");

        postgres.createDatabase("copy", "original");

        assertThat(query(postgres, "copy", "SELECT name FROM produce")).isEqualTo("苹果");
        assertThat(postgres.hasDatabase("copy")).isTrue();
        postgres.dropDatabase("copy");
        assertThat(postgres.hasDatabase("copy")).isFalse();
    }

    @Test
    void refusesToCreateADatabaseTwice() {
        postgres.createDatabase("once");

        assertThatIllegalStateException()
                .isThrownBy(() -> postgres.createDatabase("once"))
                .withMessageContaining("already exists");
    }

    @Test
    void keepsTheDataFolderAndWritesThroughToTheDisk(@TempDir Path folder) throws SQLException {
        Path data = folder.resolve("postgres");
        try (LocalPostgres first = LocalPostgres.start(data, 0)) {
            assertThat(query(first, "postgres", "SHOW fsync")).isEqualTo("on");
            assertThat(query(first, "postgres", "SHOW synchronous_commit")).isEqualTo("on");
            first.createDatabase("kept");
        }
        try (LocalPostgres second = LocalPostgres.start(data, 0)) {
            assertThat(second.hasDatabase("kept")).isTrue();
        }
    }

    /** The first column of the first row, or nothing for a statement. */
    private static String query(LocalPostgres server, String database, String sql)
            throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(database), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
