package org.consumptionaid.localstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeStandInIT {

    private static final String SECRET = "whsec_test";

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer receiver;
    private StripeStandIn standIn;
    private StripeClient stripe;

    private record Received(String body, String signature) {}

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/webhook", this::take);
        receiver.start();
        standIn = StripeStandIn.start(0, receiverUrl(), SECRET);
        stripe = client(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
        receiver.stop(0);
    }

    @Test
    void takesAPaymentAndSendsASignedWebhook() throws Exception {
        var intent = stripe.v1().paymentIntents().create(paid(1250), key("order-7"));

        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(1250);
        Event event = nextEvent();
        assertThat(event.getType()).isEqualTo("payment_intent.succeeded");
        assertThat(event.getApiVersion()).isEqualTo(Stripe.API_VERSION);
        var told =
                (com.stripe.model.PaymentIntent)
                        event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(intent.getId());
        assertThat(told.getMetadata()).containsEntry("order", "订单 7");
    }

    @Test
    void answersTheSameKeyWithTheSameIntentAndNoSecondWebhook() throws Exception {
        var first = stripe.v1().paymentIntents().create(paid(500), key("k"));
        var again = stripe.v1().paymentIntents().create(paid(500), key("k"));

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(standIn.intents()).hasSize(1);
        assertThat(nextEvent().getType()).isEqualTo("payment_intent.succeeded");
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void refusesAKnownKeyWithOtherParameters() throws StripeException {
        stripe.v1().paymentIntents().create(paid(500), key("k"));

        assertThatExceptionOfType(IdempotencyException.class)
                .isThrownBy(() -> stripe.v1().paymentIntents().create(paid(501), key("k")));
    }

    @Test
    void declinesTheCardThatStripeDeclines() {
        assertThatExceptionOfType(CardException.class)
                .isThrownBy(() ->
                        stripe.v1()
                                .paymentIntents()
                                .create(payment(500, "pm_card_chargeDeclined", true)))
                .satisfies(declined -> {
                    assertThat(declined.getStatusCode()).isEqualTo(402);
                    assertThat(declined.getCode()).isEqualTo("card_declined");
                    assertThat(declined.getDeclineCode()).isEqualTo("generic_decline");
                    assertThat(declined.getStripeError().getPaymentIntent().getStatus())
                            .isEqualTo("requires_payment_method");
                });
    }

    @Test
    void confirmsAnIntentOnceAndFindsItAgain() throws StripeException {
        var intent = stripe.v1().paymentIntents().create(payment(500, null, false));
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");

        stripe.v1().paymentIntents().confirm(intent.getId(), with("pm_card_visa"));

        assertThat(stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus())
                .isEqualTo("succeeded");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        stripe.v1().paymentIntents().confirm(intent.getId(), with("pm_card_visa")))
                .satisfies(refused ->
                        assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state"));
    }

    @Test
    void refundsNoMoreThanWasPaid() throws StripeException {
        var intent = stripe.v1().paymentIntents().create(paid(500));

        var refund = stripe.v1().refunds().create(refund(intent.getId(), 200L));

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(standIn.intents().getFirst().amountRefunded()).isEqualTo(200);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> stripe.v1().refunds().create(refund(intent.getId(), 301L)));
        stripe.v1().refunds().create(refund(intent.getId(), null));
        assertThat(standIn.refunds()).extracting(Refund::amount).containsExactly(200L, 300L);
    }

    @Test
    void repeatsAWebhookUntilItIsTaken() throws Exception {
        refusals.set(2);

        stripe.v1().paymentIntents().create(paid(500));

        assertThat(nextEvent().getType()).isEqualTo("payment_intent.succeeded");
        assertThat(refusals).hasValue(0);
    }

    @Test
    void canTakeTheMoneyAndLoseTheAnswer() {
        standIn.wireMock()
                .stubFor(
                        post("/v1/payment_intents")
                                .atPriority(1)
                                .willReturn(
                                        aResponse()
                                                .withTransformers(StripeStandIn.TRANSFORMER)
                                                .withFault(Fault.EMPTY_RESPONSE)));

        assertThatExceptionOfType(ApiConnectionException.class)
                .isThrownBy(() -> stripe.v1().paymentIntents().create(paid(500), key("lost")));

        assertThat(standIn.intents())
                .extracting(PaymentIntent::status)
                .containsExactly(PaymentIntent.Status.SUCCEEDED);
    }

    @Test
    void remembersPaymentsOverARestart(@TempDir Path folder) throws StripeException {
        Path memory = folder.resolve("stripe.json");
        String id;
        try (StripeStandIn first = StripeStandIn.start(0, null, SECRET, memory)) {
            id = client(first).v1().paymentIntents().create(paid(500)).getId();
        }
        try (StripeStandIn second = StripeStandIn.start(0, null, SECRET, memory)) {
            client(second).v1().refunds().create(refund(id, null));

            assertThat(second.intents().getFirst().amountRefunded()).isEqualTo(500);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refuse) {
            received.add(
                    new Received(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
        }
        exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
        exchange.close();
    }

    private Event nextEvent() throws Exception {
        Received next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return Webhook.constructEvent(next.body(), next.signature(), SECRET);
    }

    private String receiverUrl() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/webhook";
    }

    private static StripeClient client(StripeStandIn standIn) {
        return StripeClient.builder()
                .setApiKey("sk_test_standin")
                .setApiBase(standIn.url())
                .setMaxNetworkRetries(0)
                .build();
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static PaymentIntentCreateParams paid(long fen) {
        return payment(fen, "pm_card_visa", true);
    }

    private static PaymentIntentCreateParams payment(
            long fen, @Nullable String method, boolean confirm) {
        return PaymentIntentCreateParams.builder()
                .setAmount(fen)
                .setCurrency("cny")
                .setPaymentMethod(method)
                .setConfirm(confirm)
                .putMetadata("order", "订单 7")
                .build();
    }

    private static PaymentIntentConfirmParams with(String method) {
        return PaymentIntentConfirmParams.builder().setPaymentMethod(method).build();
    }

    private static RefundCreateParams refund(String intent, @Nullable Long fen) {
        return RefundCreateParams.builder().setPaymentIntent(intent).setAmount(fen).build();
    }
}
