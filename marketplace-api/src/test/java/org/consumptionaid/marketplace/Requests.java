package org.consumptionaid.marketplace;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API over HTTP as one of the demonstration accounts. */
@Component
@Lazy
public class Requests {
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 4 << 20;

    private final WebTestClient client;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Requests(WebServerApplicationContext context) {
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        this.client =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(RESPONSE_TIMEOUT)
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                        .build();
    }

    /** An answer; its body is an empty object if it is not JSON. */
    public record Answer(
            int status, @Nullable String etag, @Nullable MediaType contentType, JsonNode body) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public long number(String pointer) {
            return body.at(pointer).asLong();
        }
    }

    public Answer get(String username, String path) {
        return send(username, HttpMethod.GET, path, Map.of(), null);
    }

    /** With an Idempotency-Key of its own. */
    public Answer post(String username, String path, Object body) {
        return post(username, path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String username, String path, String key, Object body) {
        return send(username, HttpMethod.POST, path, Map.of("Idempotency-Key", key), body);
    }

    public Answer put(String username, String path, Object body) {
        return send(username, HttpMethod.PUT, path, Map.of(), body);
    }

    public Answer put(String username, String path, String ifMatch, Object body) {
        return send(username, HttpMethod.PUT, path, Map.of("If-Match", ifMatch), body);
    }

    /**
     * Any request.
     *
     * @param username empty for nobody
     */
    public Answer send(
            String username,
            HttpMethod method,
            String path,
            Map<String, String> headers,
            @Nullable Object body) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path);
        headers.forEach(request::header);
        if (!username.isEmpty()) {
            request.header("Authorization", "Bearer " + token(username));
        }
        if (body != null) {
            if (!headers.containsKey("Content-Type")) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
            request.bodyValue(
                    body instanceof String || body instanceof byte[]
                            ? body
                            : json.writeValueAsString(body));
        }
        return answer(request);
    }

    private Answer answer(WebTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        MediaType type = result.getResponseHeaders().getContentType();
        byte[] bytes = result.getResponseBody();
        boolean isJson = type != null && type.getSubtype().endsWith("json");
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders().getETag(),
                type,
                bytes == null || bytes.length == 0 || !isJson
                        ? json.createObjectNode()
                        : json.readTree(bytes));
    }

    /** Whoever asks next signs in anew: for tests whose clock has outrun the tokens. */
    public void signOut() {
        tokens.clear();
    }

    /** Sends a file in. */
    public Answer upload(String username, String path, String key, byte[] file) {
        return send(
                username,
                HttpMethod.POST,
                path,
                Map.of("Idempotency-Key", key, "Content-Type", "application/octet-stream"),
                file);
    }

    /** A file that must be there. */
    public byte[] download(String username, String path) {
        return Objects.requireNonNull(
                client.get()
                        .uri(path)
                        .header("Authorization", "Bearer " + token(username))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }

    /** A file with its headers, whatever the status. */
    public EntityExchangeResult<byte[]> file(String username, String path) {
        WebTestClient.RequestHeadersSpec<?> request = client.get().uri(path);
        if (!username.isEmpty()) {
            request.header("Authorization", "Bearer " + token(username));
        }
        return request.exchange().expectBody().returnResult();
    }

    public String token(String username) {
        return tokens.computeIfAbsent(username, this::signIn);
    }

    private String signIn(String username) {
        return send(
                        "",
                        HttpMethod.POST,
                        "/auth/token",
                        Map.of(),
                        Map.of("username", username, "password", "demo"))
                .text("/accessToken");
    }
}
