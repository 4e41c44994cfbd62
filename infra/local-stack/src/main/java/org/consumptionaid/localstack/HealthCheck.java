package org.consumptionaid.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server over HTTP whether it is ready: an answer of 2xx says that it is. */
record HealthCheck(URI address) {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_TIMEOUT)
                    .build();

    boolean passes() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }
}
