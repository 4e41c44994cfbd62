package org.consumptionaid.marketplace.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.consumptionaid.localstack.Refund;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * Money goes back once or not at all, wallets wait for their payer, and disputes are in the books.
 */
@MarketplaceTest
class RefundsIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private CardPayments cards;
    @Autowired private CardRefunds refunds;
    @Autowired private DatabaseClient database;

    /** Only the events a test sends itself arrive. */
    @BeforeEach
    void sendWebhooksNowhere() {
        LocalServers.STRIPE.sendWebhooksTo("http://127.0.0.1:9/");
    }

    @Test
    void sendsMoneyBackInPartsAndNeverMoreThanWasOverpaid() {
        String order = overpaid();

        Answer first = refund(order, 1_000);
        assertThat(first.text("/state")).isEqualTo("SUCCEEDED");
        assertThat(first.text("/method")).isEqualTo("CARD_REFUND");
        assertThat(refundable(order)).isEqualTo(2_680);
        assertThat(refund(order, 2_681).text("/type")).endsWith("too-much-money");
        assertThat(refund(order, 2_680).text("/state")).isEqualTo("SUCCEEDED");

        assertThat(refundable(order)).isZero();
        assertThat(card(order)).as("the books' card account").isZero();
        assertThat(sentBack(order)).extracting(Refund::amount).containsExactly(1_000L, 2_680L);
        assertThat(refund(order, 1).text("/type")).endsWith("too-much-money");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "the connection breaks before Stripe hears of it",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of(
                        "Stripe refunds and its answer is lost",
                        aResponse()
                                .withTransformers(StripeStandIn.TRANSFORMER)
                                .withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("Stripe answers 500", aResponse().withStatus(500).withBody("{}")),
                Arguments.of("the answer is no JSON", aResponse().withStatus(200).withBody("{")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void asksAgainUntilItKnowsAndRefundsOnce(String fault, ResponseDefinitionBuilder answer) {
        String order = overpaid();

        Answer asked = whileStripeAnswers("/v1/refunds", answer, () -> refund(order, 3_680));
        assertThat(asked.text("/state")).as(fault).isEqualTo("UNKNOWN");
        assertThat(refundable(order)).as("nobody refunds it twice meanwhile").isZero();
        assertThat(unknown()).contains(asked.text("/id"));
        silence(asked.text("/id"), "1 minute");
        refunds.askAboutTheSilent().block(SOON);

        assertThat(state(order, asked)).isEqualTo("SUCCEEDED");
        assertThat(sentBack(order)).hasSize(1);
        assertThat(card(order)).isZero();
    }

    @Test
    void spreadsARefundOverPaymentsTheNewestFirst() throws Exception {
        String order = payFirst();
        List<String> paid = payTwice(order);
        String key = UUID.randomUUID().toString();

        Answer sent = refundInParts(order, key, 5_000);
        assertThat(amounts(sent)).containsExactly(3_680L, 1_320L);
        assertThat(states(sent)).containsOnly("SUCCEEDED");
        assertThat(sentBack(order))
                .extracting(Refund::paymentIntent)
                .containsExactly(intentOf(paid.get(1)), intentOf(paid.get(0)));
        assertThat(refundable(order)).isEqualTo(2_360);
        assertThat(card(order)).isEqualTo(2_360);

        assertThat(refundInParts(order, key, 5_000).body()).isEqualTo(sent.body());
        assertThat(sentBack(order)).as("each part once").hasSize(2);
        assertThat(refund(order, 2_361).text("/type")).endsWith("too-much-money");
        assertThat(refund(order, 2_360).text("/state")).isEqualTo("SUCCEEDED");
        assertThat(card(order)).isZero();
    }

    @Test
    void asksAboutEveryPartUntilItIsKnown() throws Exception {
        String order = payFirst();
        payTwice(order);

        Answer lost =
                whileStripeAnswers(
                        "/v1/refunds",
                        lostAnswer(),
                        () -> refundInParts(order, UUID.randomUUID().toString(), 7_360));
        assertThat(states(lost)).containsExactly("UNKNOWN", "UNKNOWN");
        assertThat(refundable(order)).isZero();
        for (String part : lost.body().get("items").findValuesAsString("id")) {
            silence(part, "1 minute");
        }
        refunds.askAboutTheSilent().block(SOON);

        assertThat(sentBack(order)).extracting(Refund::amount).containsExactly(3_680L, 3_680L);
        assertThat(unknown())
                .doesNotContainAnyElementsOf(lost.body().get("items").findValuesAsString("id"));
        assertThat(card(order)).isZero();
    }

    @Test
    void keepsThePartThatStripeRefusesAndSendsItLater() throws Exception {
        String order = payFirst();
        List<String> paid = payTwice(order);
        StubMapping refusing =
                LocalServers.STRIPE
                        .wireMock()
                        .stubFor(
                                post(urlPathEqualTo("/v1/refunds"))
                                        .withRequestBody(containing(intentOf(paid.get(1))))
                                        .atPriority(1)
                                        .willReturn(tooOld()));

        Answer half = refundInParts(order, UUID.randomUUID().toString(), 7_360);
        LocalServers.STRIPE.wireMock().removeStub(refusing);

        assertThat(states(half)).containsExactly("FAILED", "SUCCEEDED");
        assertThat(refundable(order)).isEqualTo(3_680);
        assertThat(card(order)).isEqualTo(3_680);
        assertThat(refund(order, 3_680).text("/state")).isEqualTo("SUCCEEDED");
        assertThat(sentBack(order))
                .extracting(Refund::paymentIntent)
                .containsExactly(intentOf(paid.get(0)), intentOf(paid.get(1)));
    }

    /** One of two refunds at the same time, each of all: the other is refused. */
    @Test
    void sendsNothingBackTwiceHoweverOftenItIsAskedAtOnce() throws Exception {
        String order = payFirst();
        payTwice(order);
        api.token("operator");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked =
                    Stream.generate(() -> UUID.randomUUID().toString())
                            .limit(12)
                            .map(key -> threads.submit(() -> refundInParts(order, key, 7_360)))
                            .toList();
            for (Future<Answer> one : asked) {
                assertThat(one.get().status()).isIn(201, 409, 422);
            }
        }

        assertThat(sentBack(order)).extracting(Refund::amount).containsExactly(3_680L, 3_680L);
        assertThat(card(order)).isZero();
    }

    private static ResponseDefinitionBuilder tooOld() {
        return aResponse()
                .withStatus(400)
                .withBody(
                        """
                        {"error":{"type":"invalid_request_error","message":"too old"}}
                        """);
    }

    @Test
    void asksAboutOneRefundAtOnce() {
        String order = overpaid();
        String id =
                whileStripeAnswers("/v1/refunds", lostAnswer(), () -> refund(order, 3_680))
                        .text("/id");

        Answer known =
                api.send(
                        "operator", HttpMethod.POST, "/payments/" + id + "/asking", Map.of(), null);

        assertThat(known.text("/state")).isEqualTo("SUCCEEDED");
        assertThat(sentBack(order)).hasSize(1);
        assertThat(unknown()).doesNotContain(id);
    }

    @Test
    void sendsNothingMoreBackWhileAPartHasNoOutcome() {
        String order = overpaid();
        Answer asked = whileStripeAnswers("/v1/refunds", lostAnswer(), () -> refund(order, 1_000));
        assertThat(asked.text("/state")).isEqualTo("UNKNOWN");

        assertThat(refund(order, 500).text("/type")).endsWith("payment-under-way");

        silence(asked.text("/id"), "1 minute");
        refunds.askAboutTheSilent().block(SOON);
        assertThat(refund(order, 500).text("/state")).isEqualTo("SUCCEEDED");
        assertThat(sentBack(order)).extracting(Refund::amount).containsExactly(1_000L, 500L);
    }

    private List<String> unknown() {
        return api.get("operator", "/payments/unknown")
                .body()
                .get("items")
                .findValuesAsString("id");
    }

    @Test
    void takesTheMoneyBackIntoTheBooksWhenStripeSaysNoEvenDaysLater() throws Exception {
        String order = overpaid();
        Answer refused = whileStripeAnswers("/v1/refunds", tooOld(), () -> refund(order, 3_680));
        assertThat(refused.text("/state")).isEqualTo("FAILED");
        assertThat(refused.text("/reason")).isEqualTo("too old");
        assertThat(refundable(order)).isEqualTo(3_680);

        Answer done = refund(order, 3_680);
        String event = refundEvent(done.text("/id"), "failed");
        webhook(event);
        webhook(event);
        await().atMost(SOON).until(() -> state(order, done).equals("FAILED"));
        awaitAllEventsDone();

        assertThat(refundable(order)).as("the account there is closed: once").isEqualTo(3_680);
        assertThat(card(order)).isEqualTo(3_680);
    }

    @Test
    void believesNoEventOfARefundOrADisputeOfAnotherAccount() throws Exception {
        String order = overpaid();
        Answer back = refund(order, 3_680);
        String paid = accepted();
        String dispute = "du_" + UUID.randomUUID();
        String intent = pay(paid, "pm_card_visa").text("/id");

        webhook(ofAnotherAccount(refundEvent(back.text("/id"), "failed")));
        webhook(ofAnotherAccount(disputeEvent("created", dispute, intent, "needs_response")));
        awaitAllEventsDone();

        assertThat(state(order, back)).isEqualTo("SUCCEEDED");
        assertThat(refundable(order)).isZero();
        assertThat(disputes()).doesNotContainKey(dispute);
        assertThat(card(paid)).isEqualTo(3_680);
    }

    private static String ofAnotherAccount(String event) {
        return event.replace("\"livemode\":false", "\"livemode\":false,\"account\":\"acct_other\"");
    }

    @Test
    void refundsToACardOnlyWhatACardPaid() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        market.ship("cooperative", order);
        market.accept("buyer", order, 20_000);
        market.remit(order);
        String complaint =
                api.post(
                                "buyer",
                                "/orders/" + order + "/complaints",
                                Map.of(
                                        "kind",
                                        "ALLOWANCE",
                                        "reason",
                                        "烂",
                                        "lines",
                                        List.of(Map.of("line", 1, "fen", 100))))
                        .text("/complaint/id");
        api.post(
                "cooperative", "/complaints/" + complaint + "/decision", Map.of("action", "AGREE"));

        assertThat(refundable(order)).isEqualTo(100);
        assertThat(refund(order, 100).text("/type")).endsWith("not-paid-by-card");
        assertThat(refundable(order)).as("nothing is left behind").isEqualTo(100);
    }

    /** Stripe forgets keys after a day: asking with one again would charge again. */
    @Test
    void looksForItsPaymentOnceTheKeyIsForgotten() {
        String lost = accepted();
        Answer charged =
                whileStripeAnswers(
                        "/v1/payment_intents", lostAnswer(), () -> pay(lost, "pm_card_visa"));
        String never = accepted();
        Answer unheard =
                whileStripeAnswers(
                        "/v1/payment_intents",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        () -> pay(never, "pm_card_visa"));
        silence(charged.text("/id"), "24 hours");
        silence(unheard.text("/id"), "24 hours");
        LocalServers.STRIPE.wireMock().resetRequests();

        cards.askAboutTheSilent().block(SOON);

        assertThat(market.state(lost)).isEqualTo("PAID");
        assertThat(state(never, unheard)).isEqualTo("FAILED");
        assertThat(market.state(never)).isEqualTo("ACCEPTED");
        LocalServers.STRIPE
                .wireMock()
                .verify(0, postRequestedFor(urlPathEqualTo("/v1/payment_intents")));
    }

    @Test
    void waitsForThePayerOfAWallet() throws Exception {
        String order = accepted();

        Answer begun = pay(order, "alipay");

        assertThat(begun.text("/state")).isEqualTo("PENDING");
        assertThat(begun.text("/means")).isEqualTo("ALIPAY");
        assertThat(begun.text("/action/kind")).isEqualTo("REDIRECT");
        visit(begun.text("/action/url") + "/yes");
        silence(begun.text("/id"), "1 minute");
        cards.askAboutTheSilent().block(SOON);
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(view(order, begun).has("action")).isFalse();
    }

    @Test
    void letsGoOfAPayerWhoDoesNotPayAndTakesTheNext() throws Exception {
        String order = accepted();
        Answer begun = pay(order, "wechat_pay");
        assertThat(begun.text("/action/kind")).isEqualTo("QR");
        assertThat(pay(order, "pm_card_visa").text("/type")).endsWith("payment-under-way");

        silence(begun.text("/id"), "31 minutes");
        cards.askAboutTheSilent().block(SOON);

        assertThat(state(order, begun)).isEqualTo("FAILED");
        Answer next = pay(order, "wechat_pay");
        visit(next.text("/action/url") + "/no");
        silence(next.text("/id"), "1 minute");
        cards.askAboutTheSilent().block(SOON);
        assertThat(state(order, next)).isEqualTo("FAILED");
        assertThat(pay(order, "pm_card_visa").text("/state")).isEqualTo("SUCCEEDED");
    }

    /** The page says yes while the sweeper lets go: Stripe refuses to cancel what is paid. */
    @Test
    void booksThePaymentOfAPayerWhoWasQuickerThanTheEndOfTheWait() {
        String order = accepted();
        Answer begun = pay(order, "alipay");
        String intent = intentOf(begun.text("/id"));
        StubMapping stillWaiting =
                LocalServers.STRIPE
                        .wireMock()
                        .stubFor(
                                get(urlPathEqualTo("/v1/payment_intents/" + intent))
                                        .inScenario(intent)
                                        .whenScenarioStateIs(Scenario.STARTED)
                                        .atPriority(1)
                                        .willSetStateTo("paid")
                                        .willReturn(
                                                aResponse()
                                                        .withBody(
                                                                """
                                                                {"id":"%s","object":"payment_intent","status":"requires_action",
                                                                 "metadata":{"payment_id":"%s"},"next_action":{"type":"alipay_handle_redirect",
                                                                 "alipay_handle_redirect":{"url":"http://127.0.0.1/"}}}
                                                                """
                                                                        .formatted(
                                                                                intent,
                                                                                begun.text(
                                                                                        "/id")))));
        try {
            visit(begun.text("/action/url") + "/yes");
            silence(begun.text("/id"), "31 minutes");
            cards.askAboutTheSilent().block(SOON);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            LocalServers.STRIPE.wireMock().removeStub(stillWaiting);
        }

        assertThat(state(order, begun)).isEqualTo("SUCCEEDED");
        assertThat(market.state(order)).isEqualTo("PAID");
    }

    /** An answer that says nothing about the refund does not take it back into the books. */
    @Test
    void concludesNothingFromAQuestionThatIsRefused() {
        String order = overpaid();
        Answer asked = whileStripeAnswers("/v1/refunds", lostAnswer(), () -> refund(order, 3_680));
        silence(asked.text("/id"), "24 hours");
        StubMapping stub =
                LocalServers.STRIPE
                        .wireMock()
                        .stubFor(
                                get(urlPathEqualTo("/v1/refunds"))
                                        .atPriority(1)
                                        .willReturn(
                                                aResponse()
                                                        .withStatus(400)
                                                        .withBody(
                                                                """
                                                                {"error":{"type":"invalid_request_error","message":"?"}}
                                                                """)));
        refunds.askAboutTheSilent().block(SOON);
        LocalServers.STRIPE.wireMock().removeStub(stub);
        assertThat(state(order, asked)).isEqualTo("UNKNOWN");
        assertThat(refundable(order)).isZero();

        silence(asked.text("/id"), "1 minute");
        refunds.askAboutTheSilent().block(SOON);
        assertThat(state(order, asked)).isEqualTo("SUCCEEDED");
    }

    @Test
    void holdsDisputedMoneyBackUntilItIsWon() throws Exception {
        String order = accepted();
        String id = pay(order, "pm_card_visa").text("/id");
        String dispute = "du_" + UUID.randomUUID();

        webhook(disputeEvent("created", dispute, id, "needs_response"));
        webhook(disputeEvent("created", dispute, id, "needs_response"));
        await().atMost(SOON).until(() -> disputes().containsKey(dispute));
        awaitAllEventsDone();
        assertThat(card(order)).as("Stripe took it").isZero();
        assertThat(market.state(order)).as("the cooperative delivered").isEqualTo("PAID");

        webhook(disputeEvent("closed", dispute, id, "won"));
        await().atMost(SOON).until(() -> "WON".equals(disputes().get(dispute)));
        assertThat(card(order)).isEqualTo(3_680);
        webhook(disputeEvent("updated", dispute, id, "under_review"));
        awaitAllEventsDone();
        assertThat(disputes()).as("events come in any order").containsEntry(dispute, "WON");
    }

    @Test
    void losesADisputeOfWhichItHearsTheEndOnly() throws Exception {
        String order = accepted();
        String id = pay(order, "pm_card_visa").text("/id");
        String dispute = "du_" + UUID.randomUUID();

        webhook(disputeEvent("closed", dispute, id, "lost"));
        await().atMost(SOON).until(() -> "LOST".equals(disputes().get(dispute)));
        webhook(disputeEvent("created", dispute, id, "needs_response"));
        awaitAllEventsDone();

        assertThat(card(order)).isZero();
        assertThat(standing(order, "platform/losses")).isEqualTo(3_680);
        assertThat(standing(order, "platform/disputed")).isZero();
        assertThat(api.get("buyer", "/disputes").status()).isEqualTo(403);
    }

    private interface Call {
        Answer get();
    }

    private Answer whileStripeAnswers(String path, ResponseDefinitionBuilder answer, Call call) {
        StubMapping stub =
                LocalServers.STRIPE
                        .wireMock()
                        .stubFor(post(urlPathEqualTo(path)).atPriority(1).willReturn(answer));
        try {
            return call.get();
        } finally {
            LocalServers.STRIPE.wireMock().removeStub(stub);
        }
    }

    private static ResponseDefinitionBuilder lostAnswer() {
        return aResponse()
                .withTransformers(StripeStandIn.TRANSFORMER)
                .withFault(Fault.EMPTY_RESPONSE);
    }

    private static void visit(String page) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.discarding());
        }
    }

    private String accepted() {
        String order = market.order("canteen", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("canteen", order, 10_000);
        return order;
    }

    /** Paid by card, then cancelled: all of it is to go back. */
    private String overpaid() {
        String order = payFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        assertThat(pay(order, "pm_card_visa").text("/state")).isEqualTo("SUCCEEDED");
        market.step("canteen", order, "cancellation", Map.of("reason", "停课"));
        assertThat(refundable(order)).isEqualTo(3_680);
        return order;
    }

    private Answer pay(String order, String means) {
        return api.post(
                "canteen", "/orders/" + order + "/card-payments", Map.of("paymentMethod", means));
    }

    /** Of one part, or refused. */
    private Answer refund(String order, long fen) {
        Answer sent = refundInParts(order, UUID.randomUUID().toString(), fen);
        if (sent.status() != 201) {
            return sent;
        }
        assertThat(sent.body().get("items")).hasSize(1);
        return new Answer(
                sent.status(), sent.etag(), sent.contentType(), sent.body().at("/items/0"));
    }

    private Answer refundInParts(String order, String key, long fen) {
        return api.post(
                "operator", "/orders/" + order + "/card-refunds", key, Map.of("amountFen", fen));
    }

    private static List<Long> amounts(Answer parts) {
        return parts.body()
                .get("items")
                .valueStream()
                .map(part -> part.get("amountFen").asLong())
                .toList();
    }

    private static List<String> states(Answer parts) {
        return parts.body().get("items").findValuesAsString("state");
    }

    /**
     * The ids of two payments of an order that is off. The first seemed to fail, the second paid,
     * and then the first had paid after all.
     */
    private List<String> payTwice(String order) throws Exception {
        market.step("cooperative", order, "confirmation", Map.of());
        Answer first =
                whileStripeAnswers(
                        "/v1/payment_intents", lostAnswer(), () -> pay(order, "pm_card_visa"));
        webhook(paymentEvent("payment_failed", "requires_payment_method", first.text("/id")));
        await().atMost(SOON).until(() -> state(order, first).equals("FAILED"));
        String second = pay(order, "pm_card_visa").text("/id");
        webhook(paymentEvent("succeeded", "succeeded", first.text("/id")));
        await().atMost(SOON).until(() -> state(order, first).equals("SUCCEEDED"));
        market.step("canteen", order, "cancellation", Map.of("reason", "停课"));
        assertThat(refundable(order)).isEqualTo(7_360);
        return List.of(first.text("/id"), second);
    }

    private String payFirst() {
        Map<String, Object> line = Market.line(market.list("cooperative", 10), 1);
        return market.orders("canteen", Map.of("lines", List.of(line), "terms", "PAY_FIRST"))
                .getFirst();
    }

    private static String paymentEvent(String what, String status, String payment) {
        return event(
                "payment_intent." + what,
                """
                {"id":"%s","object":"payment_intent","amount":3680,"currency":"cny","status":"%s","metadata":{"payment_id":"%s"}}
                """
                        .formatted(intentOf(payment), status, payment));
    }

    private long refundable(String order) {
        return api.get("operator", "/orders/" + order).number("/refundableFen");
    }

    private JsonNode view(String order, Answer payment) {
        return api.get("operator", "/payments?order=" + order)
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(payment.text("/id")))
                .findFirst()
                .orElseThrow();
    }

    private String state(String order, Answer payment) {
        return view(order, payment).get("state").asString();
    }

    private static String intentOf(String paymentId) {
        return LocalServers.STRIPE.intents().stream()
                .filter(intent -> paymentId.equals(intent.metadata().get("payment_id")))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Refund> sentBack(String order) {
        List<String> ours =
                api.get("operator", "/payments?order=" + order)
                        .body()
                        .get("items")
                        .findValuesAsString("id");
        return LocalServers.STRIPE.refunds().stream()
                .filter(refund -> ours.contains(refund.metadata().get("payment_id")))
                .toList();
    }

    private Map<String, String> disputes() {
        Map<String, String> states = new HashMap<>();
        api.get("operator", "/disputes")
                .body()
                .get("items")
                .forEach(one -> states.put(one.get("id").asString(), one.get("state").asString()));
        return states;
    }

    private long card(String order) {
        return standing(order, "platform/card");
    }

    private long standing(String order, String account) {
        return number(
                """
                SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM ledger_posting p
                JOIN ledger_entry e ON e.id = p.entry_id
                JOIN ledger_account a ON a.id = p.account_id
                WHERE e.subject_id = '%s' AND a.code = '%s'
                """
                        .formatted(order, account));
    }

    /** As if so much time had passed since Stripe was asked. */
    private void silence(String payment, String since) {
        database.sql(
                        """
                        UPDATE payment SET updated_at = updated_at - :since::interval, created_at = created_at - :since::interval
                        WHERE id = :id::uuid
                        """)
                .bind("since", since)
                .bind("id", payment)
                .then()
                .block(SOON);
    }

    private static String refundEvent(String refund, String status) {
        return event(
                "refund." + status,
                """
                {"id":"re_%s","object":"refund","amount":3680,"currency":"cny","status":"%s","failure_reason":"lost_or_stolen_card",
                 "metadata":{"payment_id":"%s"}}
                """
                        .formatted(refund.replace("-", ""), status, refund));
    }

    private static String disputeEvent(String what, String id, String payment, String status) {
        return event(
                "charge.dispute." + what,
                """
                {"id":"%s","object":"dispute","amount":3680,"currency":"cny","reason":"product_not_received","status":"%s",
                 "payment_intent":"%s","evidence_details":{"due_by":%d}}
                """
                        .formatted(
                                id,
                                status,
                                intentOf(payment),
                                Instant.now().plus(Duration.ofDays(7)).getEpochSecond()));
    }

    private static String event(String type, String subject) {
        return """
        {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":%d,"type":"%s","livemode":false,
         "pending_webhooks":1,"data":{"object":%s}}
        """
                .formatted(UUID.randomUUID(), Instant.now().getEpochSecond(), type, subject);
    }

    private void webhook(String event) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String signature =
                Webhook.Util.computeHmacSha256(LocalServers.WEBHOOK_SECRET, now + "." + event);
        Answer taken =
                api.send(
                        "",
                        HttpMethod.POST,
                        "/payments/stripe/webhook",
                        Map.of("Stripe-Signature", "t=" + now + ",v1=" + signature),
                        event);
        assertThat(taken.status()).isEqualTo(200);
    }

    private void awaitAllEventsDone() {
        await().atMost(SOON)
                .until(() ->
                        number("SELECT count(*) FROM stripe_event WHERE processed_at IS NULL")
                                == 0);
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block(SOON));
    }
}
