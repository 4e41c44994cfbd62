package org.consumptionaid.indexer.feed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Wakes the feed when a change commits. A connection of its own: one from the pool would carry its
 * subscription, and the notifications nobody reads, to the next user. For one thread.
 */
@Component
class Doorbell implements DisposableBean {

    private static final String CHANGE = "catalog_change";

    /** {@code NOTIFY catalog_rebuild} by anyone who may connect asks for a rebuild. */
    private static final String REBUILD = "catalog_rebuild";

    private static final int VALID_WITHIN_SECONDS = 5;

    private final JdbcConnectionDetails database;
    private @Nullable Connection connection;

    Doorbell(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** Subscribes, unless a subscription stands. */
    void open() throws SQLException {
        if (connection == null || !connection.isValid(VALID_WITHIN_SECONDS)) {
            destroy();
            connection = connect();
        }
    }

    /**
     * Waits until it rings, at most so long; what rang since the last call counts.
     *
     * @return whether a rebuild is asked for
     */
    boolean await(Duration atMost) throws SQLException {
        PGConnection open =
                Objects.requireNonNull(connection, "open() first").unwrap(PGConnection.class);
        PGNotification[] heard = open.getNotifications((int) atMost.toMillis());
        return Arrays.stream(heard).anyMatch(each -> each.getName().equals(REBUILD));
    }

    @Override
    public void destroy() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private Connection connect() throws SQLException {
        Connection made =
                DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try (Statement statement = made.createStatement()) {
            statement.execute("LISTEN " + CHANGE);
            statement.execute("LISTEN " + REBUILD);
        }
        return made;
    }
}
