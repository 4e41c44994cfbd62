package org.consumptionaid.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.consumptionaid.marketplace.LocalServers;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** A product's page is kept and still never shows what has changed. */
@MarketplaceTest
class ProductPagesIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @Value("${spring.r2dbc.url}")
    private String url;

    @LocalServerPort private int port;

    @Test
    void isKeptUntilAnotherInstanceSaysThatItChanged() {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        changeElsewhere(product, 40);
        run("SELECT pg_notify('catalog_change', '" + UUID.randomUUID() + "," + product + "')");

        await().atMost(SOON).until(() -> available(product) == 40);
    }

    @Test
    void isReadAnewAfterABellThatNamesNobody() {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        changeElsewhere(product, 41);
        run("NOTIFY catalog_change");

        await().atMost(SOON).until(() -> available(product) == 41);
    }

    @Test
    void showsAnOrderAtOnce() {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        for (int left = available(product) - 1; left > 0; left--) {
            market.order("buyer", product, 1);
            assertThat(available(product)).isEqualTo(left);
        }
    }

    @Test
    void isNotKeptWhileNobodyCanSayThatItChanged() throws SQLException {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        changeElsewhere(product, 42);
        cutOffFromTheBells();

        await().atMost(SOON).until(() -> available(product) == 42);
        await().atMost(SOON).until(() -> isKept(product));
    }

    /** Who brings a token is answered by the controller, the others from what is kept. */
    @Test
    void isTheSameToTheByteKeptOrNot() throws IOException, InterruptedException {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        HttpResponse<String> kept = page(product, "Accept", "application/json");
        HttpResponse<String> read = page(product, "Authorization", "Bearer " + api.token("buyer"));

        assertThat(kept.body()).isEqualTo(read.body());
        assertThat(kept.headers().map()).isEqualTo(read.headers().map());
    }

    @Test
    void isNotSentAgainToWhoHasIt() throws IOException, InterruptedException {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));
        String etag = page(product, "Accept", "*/*").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = page(product, "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void isKeptAgainAfterABellThatNobodyUnderstands() {
        String product = market.list("cooperative", 10);
        await().atMost(SOON).until(() -> isKept(product));

        run("SELECT pg_notify('catalog_change', 'no id')");

        await().atMost(SOON).until(() -> !isKept(product));
        await().atMost(SOON).until(() -> isKept(product));
    }

    private HttpResponse<String> page(String product, String header, String value)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/products/" + product);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).header(header, value).build(),
                    BodyHandlers.ofString());
        }
    }

    /** Whether a change that nobody told of is not seen; the change is undone. */
    private boolean isKept(String product) {
        int before = available(product);
        changeElsewhere(product, before + 1);
        boolean kept = available(product) == before;
        changeElsewhere(product, before);
        return kept;
    }

    private void changeElsewhere(String product, int available) {
        run("UPDATE stock SET available = " + available + " WHERE product_id = '" + product + "'");
    }

    /** As the owner of the server: nobody else may end a connection. */
    private void cutOffFromTheBells() throws SQLException {
        String name =
                String.valueOf(
                        ConnectionFactoryOptions.parse(url)
                                .getRequiredValue(ConnectionFactoryOptions.DATABASE));
        try (Connection owner =
                        DriverManager.getConnection(
                                LocalServers.POSTGRES.jdbcUrl(name),
                                LocalServers.POSTGRES.user(),
                                LocalServers.POSTGRES.password());
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = 'catalog bell' AND datname = current_database()
                    """);
        }
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private int available(String product) {
        return Math.toIntExact(api.get("", "/products/" + product).number("/available"));
    }
}
