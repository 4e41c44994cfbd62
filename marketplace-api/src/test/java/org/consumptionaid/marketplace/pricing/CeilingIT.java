package org.consumptionaid.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@MarketplaceTest
class CeilingIT {
    /** Of 菠菜 in June 2023, the last month of the file. */
    private static final long SPINACH_FEN = 966;

    @Autowired private Requests api;

    @Autowired private Market market;

    @ParameterizedTest
    @CsvSource({
        "会宁菠菜, vegetable, 菠菜",
        "会宁菠菜（新鲜）, vegetable, 菠菜",
        "赤根菜, vegetable, 菠菜",
        "会宁青花菜, vegetable, 西兰花"
    })
    void knowsAVegetableByAnyOfItsNames(String name, String category, String item) {
        Answer reference = reference(list(name, category, 100).text("/id"));

        assertThat(reference.text("/reference/kind")).isEqualTo("MARKET");
        assertThat(reference.text("/reference/item")).isEqualTo(item);
        assertThat(reference.text("/reference/month")).startsWith("2023-");
        assertThat(reference.text("/reference/market")).isNotEmpty();
        assertThat(reference.text("/reference/source")).contains("2023");
    }

    @ParameterizedTest
    @CsvSource({"菠菜面, vegetable", "会宁洋葱, vegetable", "菠菜, grain", "菠菜籽, vegetable"})
    void takesNothingForAVegetableThatIsSomethingElse(String name, String category) {
        Answer listed = list(name, category, 100);

        assertThat(reference(listed.text("/id")).body().path("reference").isMissingNode()).isTrue();
    }

    @Test
    void asksForAReasonAboveTheCeilingAndShowsIt() {
        Map<String, Object> form = form("菠菜", "vegetable", "", 100 * SPINACH_FEN);
        Answer refused = api.post("cooperative", "/products", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("price-above-ceiling");
        assertThat(refused.text("/field")).isEqualTo("priceReason");
        long reference = refused.number("/ceilingFenPerKg") / 2;
        assertThat(reference).isEqualTo(SPINACH_FEN);
        form.put("priceFen", 20 * reference);
        String atTheCeiling = listed(form);
        assertThat(reference(atTheCeiling).text("/items/0/reason")).isEmpty();

        form.put("priceFen", 100 * reference);
        form.put("name", "菠菜 " + UUID.randomUUID());
        form.put("priceReason", "有机认证");
        Answer shown = reference(listed(form));
        assertThat(shown.text("/items/0/reason")).isEqualTo("有机认证");
        assertThat(shown.number("/items/0/referenceFenPerKg")).isEqualTo(reference);
    }

    @Test
    void asksAgainOnlyWhenThePriceOrWhatItIsChanges() {
        Map<String, Object> form = form("菠菜", "vegetable", "", 1_000_000);
        form.put("priceReason", "有机认证");
        String product = listed(form);
        form.remove("priceReason");
        form.put("description", "沙地");

        assertThat(edit(product, "\"1-1\"", form).status()).isEqualTo(200);
        form.put("priceFen", 1_000_001);
        assertThat(edit(product, "\"2-1\"", form).text("/type")).endsWith("price-above-ceiling");
        form.put("priceFen", 1_000);
        assertThat(edit(product, "\"2-1\"", form).status()).isEqualTo(200);
    }

    @Test
    void holdsOffersAgainstTheCeilingToo() {
        String product = listed(form("菠菜", "vegetable", "", 1_000));
        Map<String, Object> offer =
                new HashMap<>(Map.of("buyerKind", "SCHOOL", "fenPerKg", 90_000));
        String path = "/products/" + product + "/offers";

        assertThat(api.post("cooperative", path, offer).text("/type"))
                .endsWith("price-above-ceiling");
        offer.put("priceReason", "每日清晨配送到校");
        assertThat(api.post("cooperative", path, offer).text("/items/0/reason"))
                .isEqualTo("每日清晨配送到校");
    }

    @Test
    void takesTheMedianOfWhatWasPaidOnceThereAreEnoughSales() {
        String grade = "G" + UUID.randomUUID().toString().substring(0, 8);
        String cheap = listed(form("洋芋", "tuber", grade, 3_000));
        String dear = listed(form("洋芋", "tuber", grade, 5_000));
        for (int i = 0; i < 4; i++) {
            sell(cheap);
        }
        for (int i = 0; i < 3; i++) {
            sell(dear);
        }
        assertThat(reference(cheap).body().path("reference").isMissingNode())
                .as("seven sales say nothing")
                .isTrue();
        String unpaid = market.order("buyer", dear, 1);
        market.ship("cooperative", unpaid);
        market.accept("buyer", unpaid, 10_000);
        assertThat(reference(cheap).body().path("reference").isMissingNode()).isTrue();
        market.remit(unpaid);

        Answer known = reference(cheap);
        assertThat(known.text("/reference/kind")).isEqualTo("PAID");
        assertThat(known.number("/reference/fenPerKg")).isEqualTo(300);
        assertThat(known.number("/reference/ceilingFenPerKg")).isEqualTo(450);
        assertThat(known.number("/reference/sales")).isEqualTo(8);
        assertThat(known.text("/reference/firstOn")).isNotEmpty();
        assertThat(
                        api.post("cooperative", "/products", form("洋芋", "tuber", grade, 4_510))
                                .text("/type"))
                .endsWith("price-above-ceiling");
        listed(form("洋芋", "tuber", grade, 4_500));
        listed(form("洋芋", "tuber", grade + "x", 9_000));
    }

    private void sell(String product) {
        String order = market.order("buyer", product, 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        market.remit(order);
    }

    private Answer list(String name, String category, long priceFen) {
        String grade = "G" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> form = form(name, category, grade, priceFen);
        form.put("name", name + " " + UUID.randomUUID());
        return api.post("cooperative", "/products", form);
    }

    private String listed(Map<String, Object> form) {
        Answer listed = api.post("cooperative", "/products", form);
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        return listed.text("/id");
    }

    private static Map<String, Object> form(
            String name, String category, String grade, long priceFen) {
        Map<String, Object> form = Market.form(name + " " + UUID.randomUUID(), 100);
        form.put("category", category);
        form.put("grade", grade);
        form.put("priceFen", priceFen);
        form.remove("priceReason");
        return form;
    }

    private Answer reference(String product) {
        return api.get("", "/products/" + product + "/prices");
    }

    private Answer edit(String product, String read, Map<String, Object> form) {
        return api.send(
                "cooperative",
                HttpMethod.PUT,
                "/products/" + product,
                Map.of("If-Match", read),
                form);
    }
}
