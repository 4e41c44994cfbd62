package org.consumptionaid.localstack;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The stand-in for Stripe; it lives in the launcher's own process. */
final class StripeServer implements Server {

    private final DataFolder folder;
    private final int port;
    private final String webhookUrl;
    private @Nullable StripeStandIn standIn;
    private boolean closed;

    StripeServer(DataFolder folder, int port, String webhookUrl) {
        this.folder = folder;
        this.port = port;
        this.webhookUrl = webhookUrl;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public String address() {
        return url(port);
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (!closed) {
            standIn =
                    StripeStandIn.start(
                            port,
                            webhookUrl,
                            folder.secret("stripe-webhook"),
                            folder.of("stripe.json"));
        }
    }

    /** Never: it ends with the launcher. */
    @Override
    public CompletableFuture<String> death() {
        return new CompletableFuture<>();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (standIn != null) {
            standIn.close();
            standIn = null;
        }
    }
}
