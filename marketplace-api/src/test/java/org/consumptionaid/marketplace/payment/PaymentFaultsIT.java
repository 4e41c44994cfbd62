package org.consumptionaid.marketplace.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.consumptionaid.localstack.PaymentIntent;
import org.consumptionaid.localstack.StripeStandIn;
import org.consumptionaid.marketplace.LocalServers;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What is lost between Stripe and us is asked about, and money is charged and booked once. */
@MarketplaceTest
class PaymentFaultsIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration TWO_SWEEPS = Duration.ofSeconds(25);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private CardPayments cards;

    @Autowired private DatabaseClient database;

    /** Only the events a test sends itself arrive. */
    @BeforeEach
    void sendWebhooksNowhere() {
        LocalServers.STRIPE.sendWebhooksTo("http://127.0.0.1:9/");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "the connection breaks before Stripe hears of it",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of(
                        "Stripe charges and its answer is lost",
                        aResponse()
                                .withTransformers(StripeStandIn.TRANSFORMER)
                                .withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("Stripe answers 500", aResponse().withStatus(500).withBody("{}")),
                Arguments.of("Stripe answers 409", stripeSays(409, "lock_timeout")),
                Arguments.of("Stripe answers 429", stripeSays(429, "rate_limit")),
                Arguments.of(
                        "the answer is no JSON", aResponse().withStatus(200).withBody("{\"id")),
                Arguments.of(
                        "Stripe charges and the connection breaks within the answer",
                        aResponse()
                                .withTransformers(StripeStandIn.TRANSFORMER)
                                .withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of(
                        "a proxy answers with a page",
                        aResponse().withStatus(502).withBody("<html>Bad gateway</html>")),
                Arguments.of(
                        "Stripe charges and answers after we stopped waiting",
                        aResponse()
                                .withTransformers(StripeStandIn.TRANSFORMER)
                                .withFixedDelay(11_000)));
    }

    private static ResponseDefinitionBuilder stripeSays(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody(
                        """
                        {"error":{"type":"invalid_request_error","code":"%s","message":"later"}}
                        """
                                .formatted(code));
    }

    @Test
    void takesARefusedCardForAnAnswer() {
        String order = accepted();

        Answer payment =
                whileStripeAnswers(
                        aResponse()
                                .withStatus(402)
                                .withBody(
                                        """
                                        {"error":{"type":"card_error","code":"card_declined","message":"no"}}
                                        """),
                        () -> payByCard(order));

        assertThat(payment.text("/state")).isEqualTo("FAILED");
        assertThat(payment.text("/reason")).isEqualTo("no");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
    }

    @Test
    void booksMoneyThatCameAfterTheEventOfAFailure() throws Exception {
        String order = accepted();
        String id =
                whileStripeAnswers(
                                aResponse().withStatus(500).withBody("{}"), () -> payByCard(order))
                        .text("/id");
        webhook(event("payment_intent.payment_failed", "requires_payment_method", id));
        await().atMost(SOON).until(() -> paymentState(order).equals("FAILED"));

        webhook(event("payment_intent.succeeded", "succeeded", id));
        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        webhook(event("payment_intent.payment_failed", "requires_payment_method", id));
        awaitAllEventsDone();

        assertThat(paymentState(order)).isEqualTo("SUCCEEDED");
        assertThat(bookings(order)).isEqualTo(1);
    }

    /** Of an account connected to ours, of the other mode, of a mode that is not said. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"livemode\":false,\"account\":\"acct_other\"",
                "\"livemode\":true",
                "\"livemode\":null"
            })
    void believesNoEventOfAnotherAccountOrMode(String foreign) throws Exception {
        String order = accepted();
        String id =
                whileStripeAnswers(
                                aResponse().withStatus(500).withBody("{}"), () -> payByCard(order))
                        .text("/id");
        String event = event("payment_intent.succeeded", "succeeded", id);

        assertThat(webhook(event.replace("\"livemode\":false", foreign))).isEqualTo(200);
        awaitAllEventsDone();

        assertThat(paymentState(order)).isEqualTo("UNKNOWN");
        assertThat(bookings(order)).isZero();
    }

    /** The old one and the new one; nothing that is signed with another. */
    @Test
    void takesEventsSignedWithAnyOfItsSecrets() throws Exception {
        String order = accepted();
        String id =
                whileStripeAnswers(
                                aResponse().withStatus(500).withBody("{}"), () -> payByCard(order))
                        .text("/id");
        String created = event("payment_intent.created", "requires_payment_method", id);
        String paid = event("payment_intent.succeeded", "succeeded", id);

        assertThat(webhook(paid, "whsec_another")).isEqualTo(400);
        assertThat(webhook(created, LocalServers.WEBHOOK_SECRET)).isEqualTo(200);
        assertThat(paymentState(order)).isEqualTo("UNKNOWN");
        assertThat(webhook(paid, LocalServers.OLD_WEBHOOK_SECRET)).isEqualTo(200);

        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        assertThat(bookings(order)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void asksAgainUntilItKnowsAndChargesOnce(String fault, ResponseDefinitionBuilder answer) {
        String order = accepted();

        Answer payment = whileStripeAnswers(answer, () -> payByCard(order));
        assertThat(payment.text("/state")).as(fault).isEqualTo("UNKNOWN");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(api.post("canteen", "/orders/" + order + "/card-payments", visa()).text("/type"))
                .as("nobody pays twice while the outcome is unknown")
                .endsWith("payment-under-way");

        silence(payment);
        cards.askAboutTheSilent().block(SOON);

        assertThat(paymentState(order)).isEqualTo("SUCCEEDED");
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(intents(payment)).hasSize(1);
        assertThat(bookings(order)).isEqualTo(1);
    }

    @Test
    void listsWhatIsUnknownAndAsksAboutItAtOnce() throws Exception {
        String order = accepted();
        String id = whileStripeAnswers(lostAnswer(), () -> payByCard(order)).text("/id");
        JsonNode first = unknown(id).getFirst();
        assertThat(first.get("orderId").asString()).isEqualTo(order);
        assertThat(first.get("amountFen").asLong()).isEqualTo(3_680);
        assertThat(first.get("reason").asString()).isEqualTo("no connection");

        Answer still =
                whileStripeAnswers(aResponse().withStatus(500).withBody("{}"), () -> ask(id));
        assertThat(still.text("/state")).isEqualTo("UNKNOWN");
        JsonNode second = unknown(id).getFirst();
        assertThat(second.get("unknownSince")).isEqualTo(first.get("unknownSince"));
        assertThat(instant(second, "askedAt")).isAfter(instant(first, "askedAt"));
        assertThat(second.get("reason").asString()).isEqualTo("ApiException");

        askManyTimesAtOnce(id);

        assertThat(paymentState(order)).isEqualTo("SUCCEEDED");
        assertThat(unknown(id)).isEmpty();
        assertThat(intents(still)).hasSize(1);
        assertThat(bookings(order)).isEqualTo(1);
        assertThat(api.get("operator", "/orders/" + order).number("/paidFen")).isEqualTo(3_680);
    }

    private void askManyTimesAtOnce(String id) throws Exception {
        api.token("operator");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked =
                    Stream.generate(() -> threads.submit(() -> ask(id))).limit(20).toList();
            for (Future<Answer> one : asked) {
                assertThat(one.get().text("/state")).isEqualTo("SUCCEEDED");
            }
        }
    }

    private Answer ask(String id) {
        return api.send("operator", HttpMethod.POST, asking(id), Map.of(), null);
    }

    private static String asking(String id) {
        return "/payments/" + id + "/asking";
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asString());
    }

    private List<JsonNode> unknown(String id) {
        return api.get("auditor", "/payments/unknown")
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(id))
                .toList();
    }

    @Test
    void booksAndOffersToRefundAChargeWhoseOrderWasCancelledMeanwhile() {
        String order = confirmedPayFirst();
        Answer payment = whileStripeAnswers(lostAnswer(), () -> payByCard(order));
        market.step("canteen", order, "cancellation", Map.of("reason", "不需要了"));

        silence(payment);

        await("the sweeper by itself")
                .atMost(TWO_SWEEPS)
                .until(() -> paymentState(order).equals("SUCCEEDED"));
        assertThat(paymentState(order)).isEqualTo("SUCCEEDED");
        assertThat(market.state(order)).isEqualTo("CANCELLED");
        assertThat(bookings(order)).isEqualTo(1);
        assertThat(api.get("operator", "/orders/" + order).number("/refundableFen"))
                .isEqualTo(3_680);
    }

    @Test
    void booksAndOffersToRefundAChargeWhoseOrderWasPaidByTheBankMeanwhile() {
        String order = accepted();
        Answer payment = whileStripeAnswers(lostAnswer(), () -> payByCard(order));
        market.remit(order);

        silence(payment);
        cards.askAboutTheSilent().block(SOON);

        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(bookings(order)).isEqualTo(2);
        assertThat(api.get("operator", "/orders/" + order).number("/refundableFen"))
                .isEqualTo(3_680);
    }

    private String confirmedPayFirst() {
        Map<String, Object> line = Market.line(market.list("cooperative", 10), 1);
        String order =
                market.orders("canteen", Map.of("lines", List.of(line), "terms", "PAY_FIRST"))
                        .getFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        return order;
    }

    /** Stripe charges, and its answer is lost. */
    private static ResponseDefinitionBuilder lostAnswer() {
        return aResponse()
                .withTransformers(StripeStandIn.TRANSFORMER)
                .withFault(Fault.EMPTY_RESPONSE);
    }

    @Test
    void leavesAPaymentAloneThatWasAskedAboutJustNow() {
        String order = accepted();
        whileStripeAnswers(aResponse().withStatus(500).withBody("{}"), () -> payByCard(order));

        cards.askAboutTheSilent().block(SOON);

        assertThat(paymentState(order)).isEqualTo("UNKNOWN");
    }

    @Test
    void booksAnEventThatComesFiftyTimesAtOnceOnce() throws Exception {
        String order = accepted();
        Answer payment =
                whileStripeAnswers(
                        aResponse().withStatus(500).withBody("{}"), () -> payByCard(order));
        String event = event("payment_intent.succeeded", "succeeded", payment.text("/id"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent =
                    Stream.generate(() -> threads.submit(() -> webhook(event))).limit(50).toList();
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isEqualTo(200);
            }
        }

        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        awaitAllEventsDone();
        assertThat(bookings(order)).isEqualTo(1);
        assertThat(api.get("canteen", "/orders/" + order).number("/paidFen")).isEqualTo(3_680);
    }

    @Test
    void believesTheEventThatComesBeforeTheAnswer() throws Exception {
        String order = accepted();
        whileStripeAnswers(
                aResponse().withTransformers(StripeStandIn.TRANSFORMER).withFixedDelay(2_000),
                () -> {
                    Thread events = Thread.ofVirtual().start(() -> sendEventOfOpenPayment(order));
                    Answer late = payByCard(order);
                    join(events);
                    return late;
                });

        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        assertThat(bookings(order)).isEqualTo(1);
    }

    /** Stripe tells of the intent's birth, too, when nobody has tried to pay it yet. */
    @Test
    void concludesNothingFromAnEventThatIsNoOutcome() throws Exception {
        String order = accepted();
        Answer payment =
                whileStripeAnswers(
                        aResponse().withStatus(500).withBody("{}"), () -> payByCard(order));
        String id = payment.text("/id");

        webhook(event("payment_intent.created", "requires_payment_method", id));
        webhook(event("payment_intent.processing", "processing", id));
        awaitAllEventsDone();
        assertThat(paymentState(order)).isIn("UNKNOWN", "PENDING");

        webhook(event("payment_intent.succeeded", "succeeded", id));
        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
    }

    /** Other software may use the same Stripe account. */
    @Test
    void isNotHeldUpByEventsThatAreNotAboutUs() throws Exception {
        String order = accepted();
        Answer payment =
                whileStripeAnswers(
                        aResponse().withStatus(500).withBody("{}"), () -> payByCard(order));

        for (int i = 0; i < 10; i++) {
            webhook(event("payment_intent.succeeded", "succeeded", "invoice-" + i));
        }
        webhook(event("payment_intent.succeeded", "succeeded", UUID.randomUUID().toString()));
        webhook(event("payment_intent.succeeded", "succeeded", payment.text("/id")));

        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
    }

    private interface Call {
        Answer get();
    }

    private Answer whileStripeAnswers(ResponseDefinitionBuilder answer, Call call) {
        StubMapping stub =
                LocalServers.STRIPE
                        .wireMock()
                        .stubFor(
                                post(urlPathEqualTo("/v1/payment_intents"))
                                        .atPriority(1)
                                        .willReturn(answer));
        try {
            return call.get();
        } finally {
            LocalServers.STRIPE.wireMock().removeStub(stub);
        }
    }

    private Answer payByCard(String order) {
        return market.step("canteen", order, "card-payments", visa());
    }

    private static Map<String, Object> visa() {
        return Map.of("paymentMethod", "pm_card_visa");
    }

    private void sendEventOfOpenPayment(String order) {
        await().atMost(SOON).until(() -> !paymentState(order).isEmpty());
        String id = api.get("canteen", "/payments?order=" + order).text("/items/0/id");
        try {
            webhook(event("payment_intent.succeeded", "succeeded", id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String event(String type, String status, String paymentId) {
        return """
        {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":%d,"type":"%s",
         "livemode":false,"pending_webhooks":1,"data":{"object":{"id":"pi_%s","object":"payment_intent",
         "amount":3680,"currency":"cny","status":"%s","metadata":{"payment_id":"%s"}}}}
        """
                .formatted(
                        UUID.randomUUID(),
                        Instant.now().getEpochSecond(),
                        type,
                        paymentId.replace("-", ""),
                        status,
                        paymentId);
    }

    private int webhook(String event) throws GeneralSecurityException {
        return webhook(event, LocalServers.WEBHOOK_SECRET);
    }

    private int webhook(String event, String secret) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String signature = Webhook.Util.computeHmacSha256(secret, now + "." + event);
        return api.send(
                        "",
                        HttpMethod.POST,
                        "/payments/stripe/webhook",
                        Map.of("Stripe-Signature", "t=" + now + ",v1=" + signature),
                        event)
                .status();
    }

    private void awaitAllEventsDone() {
        await().atMost(SOON)
                .until(() ->
                        number("SELECT count(*) FROM stripe_event WHERE processed_at IS NULL")
                                == 0);
    }

    private void silence(Answer payment) {
        database.sql("UPDATE payment SET updated_at = now() - interval '1 minute' WHERE id = :id")
                .bind("id", UUID.fromString(payment.text("/id")))
                .then()
                .block(SOON);
    }

    private static List<PaymentIntent> intents(Answer payment) {
        return LocalServers.STRIPE.intents().stream()
                .filter(intent -> payment.text("/id").equals(intent.metadata().get("payment_id")))
                .toList();
    }

    private long bookings(String order) {
        return number(
                "SELECT count(*) FROM ledger_entry WHERE kind = 'PAYMENT_RECEIVED' AND subject_id = '"
                        + order
                        + "'");
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block(SOON));
    }

    private String paymentState(String order) {
        return api.get("canteen", "/payments?order=" + order).text("/items/0/state");
    }

    private String accepted() {
        String order = market.order("canteen", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("canteen", order, 10_000);
        return order;
    }
}
