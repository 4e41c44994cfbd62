package org.consumptionaid.marketplace.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Five boxes of 10 kg at 36.80 yuan, in parts. */
@MarketplaceTest
class ShipmentsIT {
    private static final Duration WAIT = Duration.ofSeconds(30);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @Test
    void shipsAndAcceptsInPartsAndCostsWhatWasAcceptedInAll() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");

        ship(order, 2);
        assertThat(market.state(order)).isEqualTo("PARTLY_SHIPPED");
        weigh(order, 1, 19_500, "");
        assertThat(market.state(order)).isEqualTo("PARTLY_SHIPPED");
        assertThat(head(order).body().has("acceptedFen")).isFalse();
        ship(order, 3);
        assertThat(market.state(order)).isEqualTo("SHIPPED");
        weigh(order, 2, 30_000, "");

        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(head(order).number("/acceptedFen")).isEqualTo(18_216); // 49.5 kg
        assertThat(kinds(order))
                .containsExactly(
                        "ORDERED 0 50000",
                        "SHIPPED 1 20000",
                        "WEIGHED 1 19500",
                        "ACCEPTED 1 19500",
                        "SHIPPED 2 30000",
                        "WEIGHED 2 30000",
                        "ACCEPTED 2 30000");
        assertThat(stock(product)).isEqualTo("5 0 5");
        assertThat(api.get("buyer", "/orders/" + order + "/lots").body().get("items")).hasSize(2);
    }

    @Test
    void writesTheInvoicedAndThePaidWeightOnce() {
        String order = confirmed(market.list("cooperative", 10), "GOODS_FIRST");
        ship(order, 5);
        weigh(order, 1, 49_000, "");
        market.invoice(order);
        market.remit(order);

        assertThat(kinds(order)).endsWith("INVOICED 0 49000", "PAID 0 49000");
    }

    @Test
    void wantsAReasonForMuchLessThanWasShippedAndShowsIt() {
        String order = confirmed(market.list("cooperative", 10), "GOODS_FIRST");
        ship(order, 5);

        Answer refused = accept(order, 1, 47_499, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("weight-reason-missing");
        assertThat(kinds(order)).containsExactly("ORDERED 0 50000", "SHIPPED 1 50000");

        assertThat(accept(order, 1, 47_499, "压坏").status()).isEqualTo(200);
        assertThat(api.get("cooperative", "/orders/" + order).text("/weights/3/reason"))
                .isEqualTo("压坏");
    }

    @Test
    void refusesGoodsOfOneShipmentAndKeepsTheOther() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "PAY_FIRST");
        market.remit(order);
        ship(order, 2);
        ship(order, 3);

        assertThat(accept(order, null, 20_000, "").text("/type")).endsWith("shipment-unnamed");
        Map<String, Object> bad =
                Map.of("line", 1, "acceptedGrams", 0, "weighedGrams", 19_000, "reason", "腐烂");
        market.step("buyer", order, "acceptance", Map.of("shipment", 1, "lines", List.of(bad)));
        assertThat(accept(order, 1, 20_000, "").text("/type")).endsWith("nothing-under-way");
        weigh(order, 2, 30_000, "");

        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(head(order).number("/acceptedFen")).isEqualTo(11_040);
        assertThat(head(order).number("/refundableFen")).isEqualTo(7_360);
        assertThat(kinds(order)).contains("REFUSED 1 19000");
        assertThat(stock(product)).isEqualTo("5 0 5");
    }

    @Test
    void takesRefusedGoodsHomeOnceAndOnlyWhatIsFitForSale() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");
        ship(order, 5);
        refuse(order, 1, 15_000, 48_000);

        Answer seen = api.get("cooperative", "/orders/" + order);
        assertThat(seen.number("/comingHome/0/grams")).isEqualTo(33_000);
        assertThat(seen.number("/comingHome/0/packages")).isEqualTo(3);
        assertThat(seen.body().get("actions").toString()).contains("RESTOCK");
        assertThat(restock(order, 1, 4).text("/type")).endsWith("more-than-refused");
        assertThat(restock(order, 2, 1).text("/type")).endsWith("nothing-coming-home");
        assertThat(stock(product)).isEqualTo("5 0 5");

        assertThat(restock(order, 1, 2).status()).isEqualTo(200);

        assertThat(kinds(order))
                .endsWith("REFUSED 1 33000", "RESTOCKED 1 20000", "WRITTEN_OFF 1 13000");
        assertThat(stock(product)).isEqualTo("7 0 3");
        assertThat(drawn(order)).isEqualTo(30_000);
        assertThat(head(order).body().get("events").toString()).contains("RESTOCK");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(restock(order, 1, 1).text("/type")).endsWith("nothing-coming-home");
        assertThat(stock(product)).isEqualTo("7 0 3");
    }

    @Test
    void takesHomeWhatWasTurnedAwayWithoutAScaleEvenFromARejectedOrder() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");
        ship(order, 5);
        weigh(order, 1, 0, "腐烂");
        assertThat(market.state(order)).isEqualTo("REJECTED");
        assertThat(kinds(order))
                .containsExactly(
                        "ORDERED 0 50000", "SHIPPED 1 50000", "ACCEPTED 1 0", "REFUSED 1 50000");

        assertThat(restock(order, 1, 5).status()).isEqualTo(200);

        assertThat(market.state(order)).isEqualTo("REJECTED");
        assertThat(stock(product)).isEqualTo("10 0 0");
        assertThat(drawn(order)).isZero();
    }

    @Test
    void takesNoMoreHomeThanLeftWhateverTheBuyersScaleSaid() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");
        ship(order, 2);
        refuse(order, 1, 10_000, 900_000);

        assertThat(restock(order, 1, 2).text("/type")).endsWith("more-than-refused");
        assertThat(restock(order, 1, 1).status()).isEqualTo(200);
        assertThat(stock(product)).isEqualTo("6 3 1");
        assertThat(restock(order, 1, 1).text("/type")).endsWith("nothing-coming-home");
    }

    @Test
    void booksTwoEqualRequestsOnce() throws Exception {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");
        ship(order, 5);
        weigh(order, 1, 0, "腐烂");
        api.token("cooperative");
        String key = UUID.randomUUID().toString();

        Map<Integer, Long> answers =
                together(
                        20,
                        i ->
                                i % 2 == 0
                                        ? restock(order, 1, 3)
                                        : api.post(
                                                "cooperative",
                                                "/orders/" + order + "/restocking",
                                                key,
                                                restocking(1, 3)));

        assertThat(answers.keySet()).isSubsetOf(200, 409);
        assertThat(stock(product)).isEqualTo("8 0 2");
        assertThat(drawn(order)).isEqualTo(20_000);
        assertThat(kinds(order))
                .filteredOn(kind -> kind.startsWith("RESTOCKED"))
                .containsExactly("RESTOCKED 1 30000");
    }

    private static Map<Integer, Long> together(int times, IntFunction<Answer> call)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running =
                    IntStream.range(0, times)
                            .mapToObj(i -> threads.submit(() -> call.apply(i).status()))
                            .toList();
            Map<Integer, Long> answers = new HashMap<>();
            for (Future<Integer> one : running) {
                answers.merge(one.get(), 1L, Long::sum);
            }
            return answers;
        }
    }

    private void refuse(String order, int shipment, long accepted, long weighed) {
        Map<String, Object> line =
                Map.of(
                        "line",
                        1,
                        "acceptedGrams",
                        accepted,
                        "weighedGrams",
                        weighed,
                        "reason",
                        "腐烂");
        market.step(
                "buyer", order, "acceptance", Map.of("shipment", shipment, "lines", List.of(line)));
    }

    private Answer restock(String order, int shipment, long packages) {
        return api.post(
                "cooperative", "/orders/" + order + "/restocking", restocking(shipment, packages));
    }

    private static Map<String, Object> restocking(int shipment, long packages) {
        return Map.of(
                "shipment",
                shipment,
                "lines",
                List.of(Map.of("line", 1, "packages", packages)),
                "note",
                "冷链车带回");
    }

    @Test
    void releasesWhatIsNeverShipped() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");
        ship(order, 2);
        assertThat(drawn(order)).isEqualTo(50_000);

        market.step("cooperative", order, "closing", Map.of("reason", "绝收"));

        assertThat(market.state(order)).isEqualTo("SHIPPED");
        assertThat(stock(product)).isEqualTo("8 0 2");
        assertThat(drawn(order)).isEqualTo(20_000);
        weigh(order, 1, 20_000, "");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(head(order).number("/acceptedFen")).isEqualTo(7_360);
    }

    @Test
    void isAcceptedByClosingWhenAllThatLeftWasWeighed() {
        String order = confirmed(market.list("cooperative", 10), "GOODS_FIRST");
        ship(order, 2);
        weigh(order, 1, 20_000, "");

        market.step("cooperative", order, "closing", Map.of("reason", "绝收"));

        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(head(order).number("/dueFen")).isEqualTo(7_360);
    }

    @Test
    void isCancelledByClosingBeforeAnythingLeft() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product, "GOODS_FIRST");

        market.step("cooperative", order, "closing", Map.of("reason", "绝收"));

        assertThat(market.state(order)).isEqualTo("CANCELLED");
        assertThat(stock(product)).isEqualTo("10 0 0");
        assertThat(drawn(order)).isZero();
    }

    @Test
    void shipsNoMoreThanIsLeftAndNothingThatWasNotOrdered() {
        String order = confirmed(market.list("cooperative", 10), "GOODS_FIRST");
        ship(order, 2);

        for (Map<String, Object> line :
                List.<Map<String, Object>>of(
                        Map.of("line", 1, "quantity", 4), Map.of("line", 2, "quantity", 1))) {
            Answer refused =
                    api.post(
                            "cooperative",
                            "/orders/" + order + "/shipment",
                            Map.of("lines", List.of(line)));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/type")).endsWith("more-than-left");
        }
        assertThat(market.state(order)).isEqualTo("PARTLY_SHIPPED");
    }

    private String confirmed(String product, String terms) {
        Map<String, Object> command =
                Map.of("lines", List.of(Market.line(product, 5)), "terms", terms);
        String order = market.orders("buyer", command).getFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        return order;
    }

    private void ship(String order, long quantity) {
        Map<String, Object> line = Map.of("line", 1, "quantity", quantity);
        market.step("cooperative", order, "shipment", Map.of("lines", List.of(line)));
    }

    private void weigh(String order, int shipment, long grams, String reason) {
        Answer answer = accept(order, shipment, grams, reason);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private Answer accept(String order, @Nullable Integer shipment, long grams, String reason) {
        List<Map<String, Object>> lines =
                List.of(Map.of("line", 1, "acceptedGrams", grams, "reason", reason));
        Map<String, Object> body =
                shipment == null
                        ? Map.of("lines", lines)
                        : Map.of("shipment", shipment, "lines", lines);
        return api.post("buyer", "/orders/" + order + "/acceptance", body);
    }

    private Answer head(String order) {
        return api.get("buyer", "/orders/" + order);
    }

    private List<String> kinds(String order) {
        return head(order)
                .body()
                .get("weights")
                .valueStream()
                .map(one ->
                        one.get("kind").asString()
                                + " "
                                + one.get("shipment").asInt()
                                + " "
                                + one.get("grams").asLong())
                .toList();
    }

    /** Available, reserved and sold. */
    private String stock(String product) {
        return text(
                "SELECT concat_ws(' ', available, reserved, sold) FROM stock WHERE product_id = :id::uuid",
                product);
    }

    private long drawn(String order) {
        return Long.parseLong(
                text(
                        """
                        SELECT coalesce(sum(grams - given_back_grams) FILTER (WHERE returned_at IS NULL), 0)::text
                        FROM season_draw WHERE order_id = :id::uuid
                        """,
                        order));
    }

    private String text(String sql, String id) {
        return Objects.requireNonNull(
                database.sql(sql).bind("id", id).mapValue(String.class).one().block(WAIT));
    }
}
