package org.consumptionaid.marketplace.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consumptionaid.marketplace.sheets.Workbooks.good;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.ApiProcess;
import org.consumptionaid.marketplace.LocalServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the API is killed in the middle of a large import, and the next one goes on. */
class ImportKillIT {
    private static final Logger LOG = LoggerFactory.getLogger(ImportKillIT.class);
    private static final int ROWS = 5_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final int MOST_LIVE_MEGABYTES = 160;
    private static final Duration LONG_WORK = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration INTO_THE_WORK = Duration.ofSeconds(1);

    private final String database = LocalServers.newDatabase();
    private final String name = "洋芋" + UUID.randomUUID();
    private ApiProcess api = start();

    @AfterEach
    void end() {
        api.kill();
    }

    @Test
    void goesOnAfterAKillInMidCheckAndImportsAllOfItOnceAfterOneInMidApplication()
            throws SQLException, IOException {
        List<List<?>> rows =
                new ArrayList<>(IntStream.range(0, ROWS).mapToObj(i -> good(name + i)).toList());
        UUID id = UUID.fromString(api.upload("cooperative", "/imports", Workbooks.of(rows)));

        awaitOften(() -> checked(id) > 0);
        api.kill();
        assertThat(state(id)).isEqualTo("CHECKING");
        assertThat(checked(id)).isBetween(1L, ROWS - 1L);

        int live = api.mostLiveMegabytes();
        api = start();
        await().atMost(LONG_WORK).until(() -> state(id), "CHECKED"::equals);
        assertThat(number("SELECT added FROM import_job WHERE id = ?", id)).isEqualTo(ROWS);

        api.post("cooperative", "/imports/" + id + "/application", "{\"goodRowsOnly\":false}");
        awaitOften(() -> isInWork(id));
        await().pollDelay(INTO_THE_WORK).until(() -> true);
        api.kill();
        assertThat(state(id)).isEqualTo("APPLYING");
        assertThat(listed()).isZero();

        live = Math.max(live, api.mostLiveMegabytes());
        api = start();
        await().atMost(LONG_WORK).until(() -> state(id), "APPLIED"::equals);
        assertThat(listed()).isEqualTo(ROWS);
        live = Math.max(live, api.mostLiveMegabytes());
        LOG.info("an import of {} rows: at most {} MB live after a collection", ROWS, live);
        assertThat(live).isBetween(1, MOST_LIVE_MEGABYTES);
    }

    private ApiProcess start() {
        return ApiProcess.start(database, HEAP_MEGABYTES);
    }

    private static void awaitOften(java.util.concurrent.Callable<Boolean> condition) {
        await().pollInterval(OFTEN).atMost(SOON).until(condition);
    }

    private String state(UUID id) throws SQLException {
        return text("SELECT state FROM import_job WHERE id = ?", id);
    }

    private long checked(UUID id) throws SQLException {
        return number("SELECT added + changed + unchanged + bad FROM import_job WHERE id = ?", id);
    }

    private long listed() throws SQLException {
        return number("SELECT count(*) FROM product WHERE starts_with(name, ?)", name);
    }

    /** Whether a worker's transaction holds it. */
    private boolean isInWork(UUID id) throws SQLException {
        return number(
                        """
                        SELECT count(*) FROM (
                            SELECT FROM import_job WHERE id = ? AND state = 'APPLYING' FOR UPDATE SKIP LOCKED) AS free
                        """,
                        id)
                == 0;
    }

    private long number(String sql, Object parameter) throws SQLException {
        return Long.parseLong(text(sql, parameter));
    }

    private String text(String sql, Object parameter) throws SQLException {
        String name = database.substring(database.lastIndexOf('/') + 1);
        try (Connection connection =
                        DriverManager.getConnection(
                                LocalServers.POSTGRES.jdbcUrl(name),
                                LocalServers.POSTGRES.user(),
                                LocalServers.POSTGRES.password());
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
