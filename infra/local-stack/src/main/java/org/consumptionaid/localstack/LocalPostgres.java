package org.consumptionaid.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on the loopback interface.
 *
 * <p>Its locale is the built-in C.UTF-8: sorted by code point, the same on every machine, and
 * Chinese characters count as letters, without which pg_trgm makes nothing of them.
 */
public final class LocalPostgres implements AutoCloseable {

    static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String SUPERUSER = "postgres";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "shared_buffers", "128MB",
                    "max_connections", "100",
                    "timezone", "UTC",
                    "jit", "off",
                    "unix_socket_directories", "");
    private static final Map<String, String> KEPT =
            // The wrapper starts every server with fsync off; the later setting wins.
            Map.of("fsync", "on", "synchronous_commit", "on");
    private static final Map<String, String> THROWN_AWAY =
            Map.of("fsync", "off", "synchronous_commit", "on", "full_page_writes", "off");

    private final EmbeddedPostgres server;
    private final Path data;
    private final @Nullable Path temporary;

    private LocalPostgres(EmbeddedPostgres server, Path data, @Nullable Path temporary) {
        this.server = server;
        this.data = data;
        this.temporary = temporary;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param data folder of the data, kept when the server is closed; or null for a temporary one,
     *     which trades safety against power cuts for speed
     * @param port TCP port, or 0 for a free one
     * @throws StartFailure with the end of its log when it does not start
     */
    public static LocalPostgres start(@Nullable Path data, int port) {
        LocalPostgres server =
                data == null
                        ? startTemporary(port)
                        : start(data, port, data.resolveSibling("postgres.log"), null);
        AtExit.close(server);
        return server;
    }

    private static LocalPostgres startTemporary(int port) {
        Path folder = Folders.temporary("local-postgres");
        return start(folder.resolve("data"), port, folder.resolve("postgres.log"), folder);
    }

    static LocalPostgres start(Path data, int port, Path log, @Nullable Path temporary) {
        try {
            PostmasterFile.in(data).removeIfStale();
            PostgresBinaries.removeHalfUnpacked(PostgresBinaries.folder());
            EmbeddedPostgres server = builder(data, port, log, temporary != null).start();
            return new LocalPostgres(server, data, temporary);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while postgres was starting", interrupted);
        } catch (IOException | IllegalStateException | ExceptionInInitializerError failed) {
            throw new StartFailure(
                    "postgres did not start: " + failed.getMessage() + endOf(log), failed);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path data, int port, Path log, boolean thrownAway) {
        File output = log.toFile();
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(Folders.create(data))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPort(Ports.orFree(port))
                        .setPGStartupWait(START_TIMEOUT)
                        .setOutputRedirector(Redirect.appendTo(output))
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        (thrownAway ? THROWN_AWAY : KEPT).forEach(builder::setServerConfig);
        return builder;
    }

    static String endOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            var end = lines.subList(Math.max(0, lines.size() - LogFile.TAIL_LINES), lines.size());
            return " The end of its log:\n  " + String.join("\n  ", end);
        } catch (IOException none) {
            return "";
        }
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return server.getPort();
    }

    public String user() {
        return SUPERUSER;
    }

    public String password() {
        return SUPERUSER;
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
    }

    /** As the variable {@code DATABASE_URL} has it, with user and password. */
    public String url(String database) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(user(), password(), host(), port(), database);
    }

    long pid() {
        return PostmasterFile.in(data).pid();
    }

    public boolean hasDatabase(String name) {
        try (Connection connection = connection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot look for the database " + name, failed);
        }
    }

    public void createDatabase(String name) {
        execute("CREATE DATABASE " + quoted(name));
    }

    /** Creates a copy of a database that nobody is connected to. */
    public void createDatabase(String name, String template) {
        execute("CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(template));
    }

    /** Drops a database when there is one, and disconnects whoever uses it. */
    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private Connection connection() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("postgres did not stop", failed);
        } finally {
            if (temporary != null) {
                Folders.delete(temporary);
            }
        }
    }
}
