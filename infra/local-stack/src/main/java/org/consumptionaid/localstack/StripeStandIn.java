package org.consumptionaid.localstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Stripe: payment intents and refunds over its HTTP interface, with signed webhooks.
 *
 * <p>Tests add faults through {@link #wireMock()} with a stub of higher priority. To let a payment
 * happen and lose its answer, the stub keeps the transformer and adds the fault:
 *
 * <pre>{@code
 * post("/v1/payment_intents").atPriority(1).willReturn(
 *     aResponse().withTransformers(StripeStandIn.TRANSFORMER).withFault(EMPTY_RESPONSE))
 * }</pre>
 */
public final class StripeStandIn implements AutoCloseable {

    /** Name of the transformer that answers as Stripe does. */
    public static final String TRANSFORMER = StripeAnswers.NAME;

    private static final int LOWEST_PRIORITY = 100;
    private static final int MAX_JOURNAL_ENTRIES = 1_000;

    private final StripeAccount account = new StripeAccount(Clock.systemUTC());
    private final StripeWebhook webhook;
    private final @Nullable Path memory;
    private final WireMockServer server;

    private StripeStandIn(
            int port, @Nullable String webhookUrl, String webhookSecret, @Nullable Path memory) {
        this.webhook = new StripeWebhook(webhookUrl, webhookSecret, Clock.systemUTC());
        this.memory = memory;
        recall();
        this.server =
                new WireMockServer(
                        options()
                                .bindAddress("127.0.0.1")
                                .port(port)
                                .containerThreads(8)
                                .jettyAcceptors(1)
                                .maxRequestJournalEntries(MAX_JOURNAL_ENTRIES)
                                .extensions(new StripeAnswers(account, webhook, this::remember)));
    }

    /**
     * Starts a stand-in that forgets everything when it is closed.
     *
     * @param port TCP port, or 0 for a free one
     * @param webhookUrl where events are sent, or null for nowhere yet
     * @param webhookSecret signs the webhooks
     */
    public static StripeStandIn start(int port, @Nullable String webhookUrl, String webhookSecret) {
        return start(port, webhookUrl, webhookSecret, null);
    }

    /** As above, but payments and refunds are kept in a file, so that refunds work next week. */
    static StripeStandIn start(
            int port, @Nullable String webhookUrl, String webhookSecret, @Nullable Path memory) {
        StripeStandIn standIn = new StripeStandIn(port, webhookUrl, webhookSecret, memory);
        standIn.server.start();
        standIn.server.stubFor(
                any(urlMatching("/(v1|pay)/.*"))
                        .atPriority(LOWEST_PRIORITY)
                        .willReturn(aResponse().withTransformers(TRANSFORMER)));
        return standIn;
    }

    /** The API base for stripe-java. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    /** Sends later webhooks, and pending ones, to this address. */
    public void sendWebhooksTo(String url) {
        webhook.sendTo(url);
    }

    /** All payment intents, oldest first. */
    public List<PaymentIntent> intents() {
        return account.memory().intents();
    }

    /** All refunds, oldest first. */
    public List<Refund> refunds() {
        return account.memory().refunds();
    }

    public WireMockServer wireMock() {
        return server;
    }

    private void recall() {
        if (memory != null && Files.exists(memory)) {
            account.recall(StripeJson.MAPPER.readValue(memory, StripeAccount.Memory.class));
        }
    }

    private void remember() {
        if (memory == null) {
            return;
        }
        Path draft = memory.resolveSibling(memory.getFileName() + ".new");
        StripeJson.MAPPER.writeValue(draft, account.memory());
        try {
            Files.move(draft, memory, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the payments in " + memory, failed);
        }
    }

    @Override
    public void close() {
        server.stop();
        webhook.close();
    }
}
