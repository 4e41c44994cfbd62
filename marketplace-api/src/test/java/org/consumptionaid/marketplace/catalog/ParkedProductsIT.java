package org.consumptionaid.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.LocalServers;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class ParkedProductsIT {
    private static final String ERROR = "document_parsing_exception: field [grade]: immense term";

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @AfterEach
    void leaveNothingParked() {
        asIndexer("DELETE FROM catalog_change_parked");
    }

    @Test
    void showsTheProductItsCooperativeAndTheReason() {
        String product = parked();

        JsonNode row = row(product);

        assertThat(row.get("organisationName").asString()).contains("会宁县");
        assertThat(row.get("error").asString()).isEqualTo(ERROR);
        assertThat(row.get("since").asString()).startsWith("2026-03-01T00:00:00");
        assertThat(row.get("replaying").asBoolean()).isFalse();
    }

    @Test
    void replaysTheChosenOnesAndKeepsTheRowUntilTheIndexHasThem() {
        String chosen = parked();
        String other = parked();

        Answer begun =
                api.post(
                        "operator",
                        "/catalog/parked/replay",
                        Map.of("productIds", List.of(chosen, UUID.randomUUID())));

        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.number("/replayed")).isEqualTo(1);
        assertThat(row(chosen).get("replaying").asBoolean()).isTrue();
        assertThat(row(other).get("replaying").asBoolean()).isFalse();
    }

    @Test
    void replaysAllWhenNoneIsNamed() {
        String first = parked();
        String second = parked();

        assertThat(api.post("operator", "/catalog/parked/replay", Map.of()).number("/replayed"))
                .isEqualTo(2);
        assertThat(row(first).get("replaying").asBoolean()).isTrue();
        assertThat(row(second).get("replaying").asBoolean()).isTrue();
    }

    @Test
    void sendsTheSameReplayOnce() {
        String product = parked();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("productIds", List.of(product));

        api.post("operator", "/catalog/parked/replay", key, body);
        Answer again = api.post("operator", "/catalog/parked/replay", key, body);

        assertThat(again.number("/replayed")).isEqualTo(1);
        assertThat(changesOf(product)).isEqualTo(1);
    }

    @Test
    void correctsAParkedProductInTheCooperativesNameAndSendsItAgain() {
        String product = parked();
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 7);
        form.put("grade", "一级");

        Answer corrected = api.put("operator", "/catalog/parked/" + product, etag(product), form);

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("/grade")).isEqualTo("一级");
        assertThat(row(product).get("replaying").asBoolean()).isTrue();
    }

    @Test
    void leavesProductsThatAreNotParkedToTheirCooperative() {
        String product = market.list("cooperative", 10);

        Answer refused =
                api.put(
                        "operator",
                        "/catalog/parked/" + product,
                        etag(product),
                        Market.form("洋芋 " + UUID.randomUUID(), 7));

        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void refusesMoreThanCanBeReplayedAtOnce() {
        List<UUID> tooMany = Stream.generate(UUID::randomUUID).limit(501).toList();

        Answer refused =
                api.post("operator", "/catalog/parked/replay", Map.of("productIds", tooMany));

        assertThat(refused.status()).isIn(400, 422);
    }

    private String parked() {
        String product = market.list("cooperative", 10);
        asIndexer("DELETE FROM catalog_change WHERE aggregateid = '" + product + "'");
        asIndexer(
                "INSERT INTO catalog_change_parked (product_id, error, first_parked_at) VALUES ('"
                        + product
                        + "', '"
                        + ERROR
                        + "', '2026-03-01 00:00:00Z')");
        return product;
    }

    private JsonNode row(String product) {
        for (JsonNode row : api.get("operator", "/catalog/parked").body().get("items")) {
            if (row.get("productId").asString().equals(product)) {
                return row;
            }
        }
        throw new AssertionError(product + " is not in the list");
    }

    private String etag(String product) {
        return String.valueOf(api.get("", "/products/" + product).etag());
    }

    private long changesOf(String product) {
        Long count =
                database.sql(
                                "SELECT count(*) FROM catalog_change WHERE aggregateid = '"
                                        + product
                                        + "'")
                        .mapValue(Long.class)
                        .one()
                        .block();
        return count == null ? 0 : count;
    }

    /** As the superuser: the API's own role may neither park nor take away. */
    private void asIndexer(String sql) {
        String name =
                database.sql("SELECT current_database()").mapValue(String.class).one().block();
        try (Connection connection =
                        DriverManager.getConnection(
                                LocalServers.POSTGRES.jdbcUrl(String.valueOf(name)),
                                LocalServers.POSTGRES.user(),
                                LocalServers.POSTGRES.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
