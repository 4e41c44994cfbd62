package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class OrderingIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Test
    void turnsACartOfTwoCooperativesIntoOneOrderEach() {
        String potatoes = market.list("cooperative", 100);
        String apples = market.list("cooperative2", 100);

        List<String> orders =
                market.orders(
                        "buyer",
                        Map.of(
                                "lines",
                                List.of(Market.line(potatoes, 3), Market.line(apples, 2)),
                                "note",
                                "九点前送到"));

        assertThat(orders).hasSize(2);
        Answer first = api.get("buyer", "/orders/" + orders.getFirst());
        assertThat(first.text("/state")).isEqualTo("PLACED");
        assertThat(first.text("/buyerName")).contains("兰州市税务局");
        assertThat(first.number("/totalFen")).isEqualTo(3 * 3_680);
        assertThat(first.text("/channel")).isEqualTo("PROCUREMENT");
        assertThat(available(potatoes)).isEqualTo(97);
    }

    @Test
    void emptiesTheCartOfWhatWasOrdered() {
        String product = market.list("cooperative", 100);
        api.put("buyer2", "/cart/lines/" + product, Map.of("quantity", 4));
        assertThat(api.get("buyer2", "/cart").number("/totalFen")).isEqualTo(4 * 3_680);

        market.order("buyer2", product, 4);

        assertThat(api.get("buyer2", "/cart").number("/quantity")).isZero();
    }

    @Test
    void answersARepeatedRequestWithItsFirstAnswer() {
        String product = market.list("cooperative", 10);
        Map<String, Object> command = Map.of("lines", List.of(Market.line(product, 1)));
        String key = UUID.randomUUID().toString();

        Answer first = api.post("buyer", "/orders", key, command);
        Answer second = api.post("buyer", "/orders", key, command);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(available(product)).isEqualTo(9);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        String product = market.list("cooperative", 10);
        String key = UUID.randomUUID().toString();
        api.post("buyer", "/orders", key, Map.of("lines", List.of(Market.line(product, 1))));

        Answer other =
                api.post(
                        "buyer", "/orders", key, Map.of("lines", List.of(Market.line(product, 2))));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).endsWith("idempotency-key-reused");
        assertThat(available(product)).isEqualTo(9);
    }

    @Test
    void makesTheSecondOfTwoSimultaneousEqualRequestsWaitForTheFirst() throws Exception {
        String product = market.list("cooperative", 10);
        Map<String, Object> command = Map.of("lines", List.of(Market.line(product, 1)));
        String key = UUID.randomUUID().toString();
        api.token("buyer");

        List<Answer> answers = atOnce(8, _ -> api.post("buyer", "/orders", key, command));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(available(product)).isEqualTo(9);
    }

    @Test
    void saysHowMuchThereIsWhenMoreIsOrdered() {
        String product = market.list("cooperative", 7);

        Answer refused =
                api.post("buyer", "/orders", Map.of("lines", List.of(Market.line(product, 8))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.number("/available")).isEqualTo(7);
        assertThat(refused.text("/detail")).contains("7");
        assertThat(available(product)).isEqualTo(7);
    }

    @Test
    void takesNothingFromAnyStockWhenOneLineIsRefused() {
        String plenty = market.list("cooperative", 100);
        String scarce = market.list("cooperative2", 1);

        Answer refused =
                api.post(
                        "buyer",
                        "/orders",
                        Map.of("lines", List.of(Market.line(plenty, 5), Market.line(scarce, 2))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(available(plenty)).isEqualTo(100);
    }

    @Test
    void letsExactlyFiftyOfTwoHundredBuyersHaveTheLastFiftyBoxes() throws Exception {
        String product = market.list("cooperative", 50);
        Map<String, Object> command = Map.of("lines", List.of(Market.line(product, 1)));
        api.token("buyer");
        api.token("buyer2");

        List<Answer> answers =
                atOnce(
                        200,
                        buyer -> api.post(buyer % 2 == 0 ? "buyer" : "buyer2", "/orders", command));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(150);
        assertThat(available(product)).isZero();
    }

    @Test
    void locksNobodyOutWhenOrdersNameTheSameProductsInOppositeOrder() throws Exception {
        String one = market.list("cooperative", 1_000);
        String other = market.list("cooperative2", 1_000);
        api.token("buyer");
        List<Map<String, Object>> there = List.of(Market.line(one, 1), Market.line(other, 1));

        List<Answer> answers =
                atOnce(
                        60,
                        i ->
                                api.post(
                                        "buyer",
                                        "/orders",
                                        Map.of("lines", i % 2 == 0 ? there : there.reversed())));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(available(one)).isEqualTo(940);
        assertThat(available(other)).isEqualTo(940);
    }

    @Test
    void givesThePackagesBackWhenAnOrderIsCancelled() {
        String product = market.list("cooperative", 10);
        String order = market.order("buyer", product, 4);

        market.step("buyer", order, "cancellation", Map.of("reason", "重复下单"));

        assertThat(market.state(order)).isEqualTo("CANCELLED");
        assertThat(available(product)).isEqualTo(10);
    }

    @Test
    void doesNotShipAPayFirstOrderBeforeItIsPaid() {
        String product = market.list("cooperative", 10);
        String order =
                market.orders(
                                "buyer",
                                Map.of(
                                        "lines",
                                        List.of(Market.line(product, 1)),
                                        "terms",
                                        "PAY_FIRST"))
                        .getFirst();
        market.step("cooperative", order, "confirmation", Map.of());

        Answer refused = api.post("cooperative", "/orders/" + order + "/shipment", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith("not-paid-yet");

        market.remit(order);
        market.step("cooperative", order, "shipment", Map.of());
        assertThat(market.state(order)).isEqualTo("SHIPPED");
    }

    @Test
    void refundsWhatAPayFirstBuyerPaidForGoodsThatWereNotAccepted() {
        String product = market.list("cooperative", 10);
        String order =
                market.orders(
                                "buyer",
                                Map.of(
                                        "lines",
                                        List.of(Market.line(product, 1)),
                                        "terms",
                                        "PAY_FIRST"))
                        .getFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        market.remit(order);
        market.step("cooperative", order, "shipment", Map.of());
        market.accept("buyer", order, 9_600);

        assertThat(api.get("operator", "/orders/" + order).number("/refundableFen")).isEqualTo(147);

        market.step(
                "operator",
                order,
                "refunds",
                Map.of("amountFen", 147, "bankReference", UUID.randomUUID()));
        market.settle(order);
        assertThat(market.state(order)).isEqualTo("SETTLED");
    }

    @Test
    void keepsTheFirstInvoiceNumber() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        String number = market.invoice(order);
        market.remit(order);

        Answer again =
                api.post("cooperative", "/orders/" + order + "/invoice", market.invoiceForm(order));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).endsWith("already-invoiced");
        assertThat(api.get("buyer", "/orders/" + order).text("/invoiceNumber")).isEqualTo(number);
    }

    @Test
    void offersEachSideOnlyItsOwnSteps() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);

        assertThat(actions("buyer", order)).containsExactly("CANCEL", "CHANGE");
        assertThat(actions("cooperative", order)).containsExactly("CONFIRM", "REFUSE");
        assertThat(actions("auditor", order)).isEmpty();
    }

    @Test
    void putsAnotherOrderInThePlaceOfAChangedOne() {
        String potatoes = market.list("cooperative", 10);
        String beans = market.list("cooperative", 10);
        Map<String, Object> both =
                Map.of("lines", List.of(Market.line(potatoes, 9), Market.line(beans, 1)));
        String old = market.orders("buyer", both).getFirst();
        market.step("cooperative", old, "confirmation", Map.of());

        Map<String, Object> more = Map.of("lines", List.of(Market.line(potatoes, 10)));
        Answer changed = api.post("buyer", "/orders/" + old + "/change", more);

        assertThat(changed.text("/state")).as("to be confirmed anew").isEqualTo("PLACED");
        assertThat(changed.text("/replaces")).isEqualTo(old);
        assertThat(changed.number("/totalFen")).isEqualTo(36_800);
        assertThat(available(potatoes)).as("what it held itself is free for it").isZero();
        assertThat(available(beans)).isEqualTo(10);
        Answer before = api.get("buyer", "/orders/" + old);
        assertThat(before.text("/state")).isEqualTo("CANCELLED");
        assertThat(before.text("/replacedBy")).isEqualTo(changed.text("/id"));
        assertThat(api.post("buyer", "/orders/" + old + "/change", more).text("/type"))
                .endsWith("wrong-order-state");
    }

    @Test
    void leavesAnOrderAsItIsThatCannotBeChanged() {
        String product = market.list("cooperative", 10);
        String order = market.order("buyer", product, 4);

        assertThat(change(order, product, 11)).endsWith("insufficient-stock");
        assertThat(change(order, market.list("cooperative", 10), 1))
                .endsWith("not-the-same-products");
        assertThat(market.state(order)).isEqualTo("PLACED");
        assertThat(available(product)).isEqualTo(6);
        Map<String, Object> payFirst =
                Map.of("lines", List.of(Market.line(product, 1)), "terms", "PAY_FIRST");
        String paid = market.orders("buyer", payFirst).getFirst();
        market.step("cooperative", paid, "confirmation", Map.of());
        market.remit(paid);
        assertThat(change(paid, product, 2)).endsWith("paid-already");
    }

    private String change(String order, String product, long quantity) {
        return api.post(
                        "buyer",
                        "/orders/" + order + "/change",
                        Map.of("lines", List.of(Market.line(product, quantity))))
                .text("/type");
    }

    @Test
    void showsNobodyAnOrderOfOthers() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);

        assertThat(api.get("buyer2", "/orders/" + order).status()).isEqualTo(404);
        assertThat(api.get("cooperative2", "/orders/" + order).status()).isEqualTo(404);
        assertThat(
                        api.post("cooperative2", "/orders/" + order + "/confirmation", Map.of())
                                .status())
                .isEqualTo(404);
        assertThat(market.state(order)).isEqualTo("PLACED");
    }

    private List<String> actions(String who, String order) {
        return api.get(who, "/orders/" + order)
                .body()
                .get("actions")
                .valueStream()
                .map(action -> action.asString())
                .toList();
    }

    private long available(String product) {
        return api.get("", "/products/" + product).number("/available");
    }

    private interface Call {
        Answer of(int number);
    }

    private static List<Answer> atOnce(int times, Call call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> futures =
                    IntStream.range(0, times)
                            .mapToObj(i -> threads.submit(() -> call.of(i)))
                            .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
