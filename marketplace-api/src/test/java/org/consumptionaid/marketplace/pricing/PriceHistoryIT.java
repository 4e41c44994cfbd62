package org.consumptionaid.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@MarketplaceTest
class PriceHistoryIT {
    @Autowired private Requests api;

    @Autowired private DatabaseClient database;

    @Test
    void keepsEveryPriceWithItsTimeAndWhoSetIt() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        String product = api.post("cooperative", "/products", form).text("/id");
        form.put("priceFen", 3_980);
        edit(product, "\"1-1\"", form);
        form.put("netWeightGrams", 20_000);
        edit(product, "\"2-1\"", form);
        Map<String, Object> offer = Map.of("minGrams", 50_000, "fenPerKg", 150);
        String offerId =
                api.post("cooperative", "/products/" + product + "/offers", offer)
                        .text("/items/0/id");
        api.post(
                "cooperative", "/products/" + product + "/offers/" + offerId + "/ending", Map.of());

        Answer prices = prices("cooperative", product);

        assertThat(
                        prices.body()
                                .get("items")
                                .valueStream()
                                .map(item -> item.get("fenPerKg").asLong()))
                .containsExactly(150L, 199L, 398L, 368L);
        assertThat(prices.text("/items/0/offerId")).isEqualTo(offerId);
        assertThat(prices.text("/items/0/untilAt")).as("it was ended").isNotEmpty();
        assertThat(prices.body().get("items").get(1).path("untilAt").isMissingNode())
                .as("the present price has no end")
                .isTrue();
        assertThat(Instant.parse(prices.text("/items/2/untilAt")))
                .isEqualTo(Instant.parse(prices.text("/items/1/fromAt")));
        assertThat(prices.text("/items/3/setBy")).isNotEmpty();
    }

    @Test
    void tellsOthersTheFiguresAndNotThePerson() {
        String product =
                api.post("cooperative", "/products", Market.form("洋芋 " + UUID.randomUUID(), 10))
                        .text("/id");

        assertThat(prices("auditor", product).text("/items/0/setBy")).isNotEmpty();
        for (String who : new String[] {"", "buyer", "cooperative2"}) {
            Answer seen = prices(who, product);
            assertThat(seen.number("/items/0/fenPerKg")).isEqualTo(368);
            assertThat(seen.body().get("items").get(0).path("setBy").isMissingNode()).isTrue();
        }
    }

    @Test
    void isATableToo() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        form.put("priceReason", "=1+1");
        String product = api.post("cooperative", "/products", form).text("/id");

        EntityExchangeResult<byte[]> table = api.file("", "/products/" + product + "/prices.csv");

        assertThat(table.getStatus().value()).isEqualTo(200);
        assertThat(table.getResponseHeaders().getContentType())
                .hasToString("text/csv;charset=UTF-8");
        String csv =
                new String(Objects.requireNonNull(table.getResponseBody()), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("\uFEFFfrom,until,buyer_kind")
                .contains(",ANY,0,368,3680,,'=1+1,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE price_history SET price_fen = 1",
                "DELETE FROM price_history",
                "UPDATE paid_price SET fen_per_kg = 1",
                "DELETE FROM paid_price",
                "DELETE FROM price_offer"
            })
    void cannotBeRewritten(String sql) {
        assertThatThrownBy(() -> database.sql(sql).then().block()).hasMessageContaining("denied");
    }

    @Test
    void knowsNoPricesOfNoProduct() {
        assertThat(prices("", UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    private Answer prices(String who, String product) {
        return api.get(who, "/products/" + product + "/prices");
    }

    private void edit(String product, String read, Map<String, Object> form) {
        Answer edited =
                api.send(
                        "cooperative",
                        HttpMethod.PUT,
                        "/products/" + product,
                        Map.of("If-Match", read),
                        form);
        assertThat(edited.status()).as(edited.body().toString()).isEqualTo(200);
    }
}
