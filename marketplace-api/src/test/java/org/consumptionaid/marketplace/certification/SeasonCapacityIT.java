package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** 70 kg of nuts are certified; a box weighs 10 kg. */
@MarketplaceTest
class SeasonCapacityIT {
    private static final String OWN =
            " category_code = 'nut' AND organisation_id = (SELECT organisation_id FROM person WHERE username ="
                    + " 'cooperative')";

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @BeforeEach
    void certifySeventyKilograms() {
        execute(
                "UPDATE season_draw SET returned_at = now() WHERE returned_at IS NULL"
                        + " AND capacity_id IN (SELECT id FROM season_capacity WHERE"
                        + OWN
                        + ")");
        execute("UPDATE season_capacity SET drawn_grams = 0, certified_grams = 70000 WHERE" + OWN);
        execute(
                """
                UPDATE certificate SET seasons = jsonb_build_array(jsonb_build_object(
                    'from', date_trunc('year', now())::date, 'to', (date_trunc('year', now()) + interval '1 year')::date,
                    'basis', 'AREA', 'amountHundredths', 100, 'gramsPerUnit', 70000))
                WHERE
                """
                        + OWN);
    }

    @Test
    void refusesWhatGoesBeyondTheSeasonAndSaysWhatIsLeft() {
        String product = nuts();
        market.order("buyer", product, 6);

        Answer refused = order(product, 2);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith(":season-capacity-exceeded");
        assertThat(refused.number("/leftGrams")).isEqualTo(10_000);
        assertThat(refused.text("/detail")).contains("10 千克");
        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(994);
    }

    @Test
    void showsWhatIsCertifiedOrderedAndWhyOnTheProductAndToTheCooperative() {
        String product = nuts();
        market.order("buyer", product, 6);

        JsonNode ofProduct = api.get("", "/products/" + product + "/capacity").body().get("items");
        assertThat(ofProduct).hasSize(1);
        JsonNode season = ofProduct.get(0);
        assertThat(season.get("certifiedGrams").asLong()).isEqualTo(70_000);
        assertThat(season.get("drawnGrams").asLong()).isEqualTo(60_000);
        assertThat(season.get("basis").asString()).isEqualTo("AREA");
        assertThat(season.get("amountHundredths").asLong()).isEqualTo(100);
        assertThat(season.get("categoryName").asString()).isEqualTo("坚果干果");
        assertThat(api.get("cooperative", "/cooperative/capacity").body().get("items"))
                .contains(season);
        assertThat(api.get("cooperative2", "/cooperative/capacity").body().get("items"))
                .doesNotContain(season);
    }

    @Test
    void showsNoSeasonWhileNoCertificateCoversTheProduct() {
        String product = nuts();
        execute("UPDATE certificate SET state = 'SUSPENDED' WHERE state = 'IN_FORCE' AND" + OWN);
        try {
            assertThat(api.get("", "/products/" + product + "/capacity").body().get("items"))
                    .isEmpty();
        } finally {
            execute(
                    "UPDATE certificate SET state = 'IN_FORCE' WHERE state = 'SUSPENDED' AND"
                            + OWN);
        }
    }

    @Test
    void sumsOverAllProductsAndLinesOfTheCategoryAndBelowIt() {
        String one = nuts();
        String other = product("nut-walnut");

        Answer refused =
                api.post(
                        "buyer",
                        "/orders",
                        Map.of("lines", List.of(Market.line(one, 4), Market.line(other, 4))));

        assertThat(refused.text("/type")).endsWith(":season-capacity-exceeded");
        assertThat(refused.number("/leftGrams")).isEqualTo(70_000);
    }

    @Test
    void getsBackWhatIsCancelledOrRefusedOnce() {
        String product = nuts();
        String cancelled = market.order("buyer", product, 3);
        String refused = market.order("buyer", product, 4);

        market.step("buyer", cancelled, "cancellation", Map.of("reason", "重复"));
        assertThat(drawn()).isEqualTo(40_000);
        market.step("cooperative", refused, "refusal", Map.of("reason", "缺货"));
        assertThat(drawn()).isZero();
        market.order("buyer", product, 7);
    }

    @Test
    void neverSellsMoreThanIsCertifiedHoweverManyOrderAtOnce() throws Exception {
        String one = nuts();
        String other = nuts();
        List<Callable<Integer>> orders = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String product = i % 2 == 0 ? one : other;
            orders.add(() -> order(product, 1).status());
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            for (Future<Integer> answer : threads.invokeAll(orders)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(7);
        assertThat(drawn()).isEqualTo(70_000);
    }

    private String nuts() {
        return product("nut");
    }

    private String product(String category) {
        Map<String, Object> form = Market.form("核桃 " + UUID.randomUUID(), 1000);
        form.put("category", category);
        return api.post("cooperative", "/products", form).text("/id");
    }

    private Answer order(String product, long quantity) {
        return api.post(
                "buyer", "/orders", Map.of("lines", List.of(Market.line(product, quantity))));
    }

    private long drawn() {
        return Objects.requireNonNull(
                database.sql("SELECT drawn_grams FROM season_capacity WHERE" + OWN)
                        .map(row -> Objects.requireNonNull(row.get("drawn_grams", Long.class)))
                        .one()
                        .block());
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }
}
