package org.consumptionaid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running API from outside, with nothing but the contract. */
final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(String base) {
        this.base = base;
    }

    record Answer(int status, JsonNode body) {}

    Answer get(String username, String path) {
        return send(username, request(path).GET());
    }

    Answer post(String username, String path, Object body) {
        return send(
                username,
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    private Answer send(@Nullable String username, HttpRequest.Builder request) {
        if (username != null && !username.isEmpty()) {
            request.header(
                    "Authorization", "Bearer " + tokens.computeIfAbsent(username, this::signIn));
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signIn(String username) {
        return post("", "/auth/token", Map.of("username", username, "password", "demo"))
                .body()
                .get("accessToken")
                .asString();
    }
}
