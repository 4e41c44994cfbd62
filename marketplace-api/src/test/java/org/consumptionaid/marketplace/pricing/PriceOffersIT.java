package org.consumptionaid.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The product is 10 kg a box at 36.80 yuan. */
@MarketplaceTest
class PriceOffersIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @Autowired private MovableClock clock;

    @AfterEach
    void backToNow() {
        clock.set(Instant.now());
    }

    @Test
    void showsEveryBuyerTheStepsOfItsKind() {
        String product = market.list("cooperative", 100);
        offer(product, Map.of("minGrams", 50_000, "fenPerKg", 340));
        offer(product, Map.of("buyerKind", "SCHOOL", "fenPerKg", 330));

        assertThat(steps("", product)).containsExactly("0:3680", "50000:3400");
        assertThat(steps("buyer", product)).containsExactly("0:3680", "50000:3400");
        assertThat(steps("canteen", product)).containsExactly("0:3300");
        Answer seen = api.get("buyer", "/products/" + product + "/offers");
        assertThat(seen.text("/buyerKind")).isEqualTo("PROCUREMENT");
        assertThat(seen.body().get("items").size()).as("no price is secret").isEqualTo(2);
        assertThat(api.get("", "/products/" + product).number("/priceFen"))
                .as("the product's own price stays")
                .isEqualTo(3_680);
    }

    @Test
    void asksInTheCartAndInTheOrderWhatTheQuantityReaches() {
        String product = market.list("cooperative", 100);
        String offer = offer(product, Map.of("minGrams", 50_000, "fenPerKg", 340));

        assertThat(cartPrice("buyer", product, 4)).isEqualTo(3_680);
        assertThat(cartPrice("buyer", product, 5)).isEqualTo(3_400);
        String order = market.order("buyer", product, 5);

        Answer placed = api.get("buyer", "/orders/" + order);
        assertThat(placed.number("/lines/0/priceFen")).isEqualTo(3_400);
        assertThat(placed.text("/lines/0/offerId")).isEqualTo(offer);
        assertThat(placed.number("/totalFen")).isEqualTo(17_000);
        end(product, offer);
        assertThat(api.get("buyer", "/orders/" + order).number("/totalFen"))
                .as("an order keeps its price")
                .isEqualTo(17_000);
        assertThat(
                        api.get("buyer", "/orders/" + market.order("buyer", product, 5))
                                .number("/totalFen"))
                .isEqualTo(18_400);
    }

    @Test
    void asksACanteenWhatIsOfferedToSchools() {
        String product = market.list("cooperative", 100);
        offer(product, Map.of("buyerKind", "SCHOOL", "minGrams", 20_000, "fenPerKg", 300));

        assertThat(cartPrice("canteen", product, 2)).isEqualTo(3_000);
        assertThat(cartPrice("buyer", product, 2)).isEqualTo(3_680);
        assertThat(
                        api.get("canteen", "/orders/" + market.order("canteen", product, 2))
                                .number("/totalFen"))
                .isEqualTo(6_000);
        assertThat(
                        api.get("buyer", "/orders/" + market.order("buyer", product, 2))
                                .number("/totalFen"))
                .isEqualTo(7_360);
    }

    @Test
    void holdsFromItsFirstDayToItsLast() {
        LocalDate first = LocalDate.ofInstant(Instant.now(), BusinessDay.ZONE).plusDays(2);
        String product = market.list("cooperative", 100);
        offer(
                product,
                Map.of(
                        "minGrams",
                        10_000,
                        "fenPerKg",
                        300,
                        "validFromOn",
                        first.toString(),
                        "validToOn",
                        first.plusDays(1).toString()));
        Instant start = first.atStartOfDay(BusinessDay.ZONE).toInstant();

        assertThat(priceAt(start.minusSeconds(30), product)).isEqualTo(3_680);
        assertThat(priceAt(start.plusSeconds(1), product)).isEqualTo(3_000);
        assertThat(priceAt(start.plus(Duration.ofDays(2)).minusSeconds(30), product))
                .isEqualTo(3_000);
        assertThat(priceAt(start.plus(Duration.ofDays(2)).plusSeconds(1), product))
                .isEqualTo(3_680);
    }

    @Test
    void refusesTwoPricesForTheSameBuyersQuantityAndDay() {
        String product = market.list("cooperative", 100);
        String first = offer(product, Map.of("minGrams", 50_000, "fenPerKg", 340));

        Answer again =
                tryOffer("cooperative", product, Map.of("minGrams", 50_000, "fenPerKg", 330));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).endsWith("offer-overlaps");
        offer(product, Map.of("minGrams", 60_000, "fenPerKg", 330));
        offer(product, Map.of("minGrams", 50_000, "fenPerKg", 330, "buyerKind", "SCHOOL"));
        end(product, first);
        offer(product, Map.of("minGrams", 50_000, "fenPerKg", 330));
    }

    @Test
    void letsOneOfTwoSimultaneousOffersWin() {
        String product = market.list("cooperative", 100);

        List<Integer> statuses =
                Flux.range(0, 4)
                        .flatMap(i ->
                                reactor.core.publisher.Mono.fromCallable(() ->
                                                tryOffer(
                                                                "cooperative",
                                                                product,
                                                                Map.of(
                                                                        "minGrams",
                                                                        50_000,
                                                                        "fenPerKg",
                                                                        300 + i))
                                                        .status())
                                        .subscribeOn(
                                                reactor.core.scheduler.Schedulers.boundedElastic()))
                        .collectList()
                        .block();

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void neverPricesWhatHasNotBegunWhenItIsEnded() {
        String product = market.list("cooperative", 100);
        String tomorrow =
                LocalDate.ofInstant(Instant.now(), BusinessDay.ZONE).plusDays(1).toString();
        String offer =
                offer(
                        product,
                        Map.of("minGrams", 10_000, "fenPerKg", 300, "validFromOn", tomorrow));
        end(product, offer);

        assertThat(priceAt(Instant.now().plus(Duration.ofDays(2)), product)).isEqualTo(3_680);
        backToNow();
        assertThat(endAs("cooperative", product, offer).status()).isEqualTo(404);
    }

    @Test
    void keepsOthersAway() {
        String product = market.list("cooperative", 100);
        String offer = offer(product, Map.of("minGrams", 50_000, "fenPerKg", 340));

        assertThat(tryOffer("cooperative2", product, Map.of("minGrams", 1, "fenPerKg", 1)).status())
                .isEqualTo(404);
        assertThat(endAs("cooperative2", product, offer).status()).isEqualTo(404);
        assertThat(steps("", product)).containsExactly("0:3680", "50000:3400");
        assertThat(api.get("", "/products/" + UUID.randomUUID() + "/offers").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0      | 300 | -          | -          | offer-minimum-missing   | minGrams",
                "10000  | 300 | 2020-01-01 | -          | offer-in-the-past       | validFromOn",
                "10000  | 300 | 2099-01-02 | 2099-01-01 | offer-ends-before-start | validToOn",
                "10000  | 0   | -          | -          | invalid-input           | fenPerKg",
                "-1     | 300 | -          | -          | invalid-input           | minGrams"
            })
    void refusesWhatMakesNoSense(
            long grams, long fen, String from, String to, String code, String field) {
        String product = market.list("cooperative", 100);
        Map<String, Object> form = new HashMap<>(Map.of("minGrams", grams, "fenPerKg", fen));
        form.put("validFromOn", from);
        form.put("validToOn", to);

        Answer refused = tryOffer("cooperative", product, form);

        assertThat(refused.status()).as(refused.body().toString()).isIn(400, 422);
        assertThat(refused.text("/type")).endsWith(code);
        assertThat(refused.body().toString()).contains(field);
    }

    @Test
    void overwritesNothing() {
        String product = market.list("cooperative", 100);
        String offer = offer(product, Map.of("minGrams", 50_000, "fenPerKg", 340));

        assertThatThrownBy(() ->
                        run("UPDATE price_offer SET fen_per_kg = 1 WHERE id = '" + offer + "'"))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> run("DELETE FROM price_offer WHERE id = '" + offer + "'"))
                .hasMessageContaining("denied");
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private String offer(String product, Map<String, Object> form) {
        List<String> before = ids(api.get("", "/products/" + product + "/offers"));
        Answer made = tryOffer("cooperative", product, form);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        List<String> after = ids(made);
        after.removeAll(before);
        return after.getFirst();
    }

    private static List<String> ids(Answer prices) {
        List<String> ids = new ArrayList<>();
        prices.body().get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    private Answer tryOffer(String who, String product, Map<String, Object> form) {
        return api.post(who, "/products/" + product + "/offers", form);
    }

    private void end(String product, String offer) {
        assertThat(endAs("cooperative", product, offer).status()).isEqualTo(200);
    }

    private Answer endAs(String who, String product, String offer) {
        return api.post(who, "/products/" + product + "/offers/" + offer + "/ending", Map.of());
    }

    private List<String> steps(String who, String product) {
        List<String> steps = new ArrayList<>();
        api.get(who, "/products/" + product + "/offers")
                .body()
                .get("steps")
                .forEach(step -> steps.add(step.get("minGrams") + ":" + step.get("priceFen")));
        return steps;
    }

    private long cartPrice(String who, String product, long quantity) {
        Answer cart =
                api.send(
                        who,
                        org.springframework.http.HttpMethod.PUT,
                        "/cart/lines/" + product,
                        Map.of(),
                        Map.of("quantity", quantity));
        for (var supplier : cart.body().get("suppliers")) {
            for (var line : supplier.get("lines")) {
                if (line.get("productId").asString().equals(product)) {
                    return line.get("priceFen").asLong();
                }
            }
        }
        throw new AssertionError("not in the cart: " + cart.body());
    }

    private long priceAt(Instant moment, String product) {
        clock.set(moment);
        return api.get("", "/products/" + product + "/offers")
                .body()
                .get("steps")
                .valueStream()
                .filter(step -> step.get("minGrams").asLong() <= 10_000)
                .mapToLong(step -> step.get("priceFen").asLong())
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
