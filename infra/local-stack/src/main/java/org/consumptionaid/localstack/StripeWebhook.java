package org.consumptionaid.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sends signed events to one address, in the background, until they are taken or it gives up. */
final class StripeWebhook implements AutoCloseable {

    /** Ten attempts, doubling from 0.25 s: given up after two minutes. */
    static final int MAX_ATTEMPTS = 10;

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor sender =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("stripe-webhook").factory());
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_TIMEOUT)
                    .build();
    private volatile @Nullable URI address;

    StripeWebhook(@Nullable String address, String secret, Clock clock) {
        this.address = address == null ? null : URI.create(address);
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
        this.clock = clock;
    }

    void sendTo(String newAddress) {
        address = URI.create(newAddress);
    }

    void send(String event) {
        schedule(event, 1, Duration.ZERO);
    }

    private void schedule(String event, int attempt, Duration delay) {
        var _ =
                sender.schedule(
                        () -> attempt(event, attempt), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(String event, int attempt) {
        URI target = address;
        if (target != null && !isTaken(target, event) && attempt < MAX_ATTEMPTS) {
            schedule(event, attempt + 1, FIRST_DELAY.multipliedBy(1L << (attempt - 1)));
        }
    }

    private boolean isTaken(URI target, String event) {
        HttpRequest request =
                HttpRequest.newBuilder(target)
                        .timeout(ANSWER_TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature(event))
                        .POST(BodyPublishers.ofString(event))
                        .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** As Stripe signs: the time in seconds, and the HMAC of "time.payload". */
    String signature(String payload) {
        long seconds = clock.instant().getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(seconds + "." + payload);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        client.shutdownNow();
    }
}
