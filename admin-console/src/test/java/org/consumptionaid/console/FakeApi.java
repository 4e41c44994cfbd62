package org.consumptionaid.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Answers as {@code infra/docs/api.md} says, always the same, for looking at pages and for testing
 * that every one renders. A username is the role in small letters; rules it has none.
 */
public final class FakeApi implements AutoCloseable {

    /** A request as it arrived. */
    record Call(
            String method,
            String path,
            String body,
            @Nullable String key,
            @Nullable String ifMatch,
            @Nullable String language,
            @Nullable String authorization) {}

    private final HttpServer server;
    private final Map<String, Answer> instead = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    record Answer(int status, String body) {}

    private FakeApi(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeApi start(int port) {
        try {
            return new FakeApi(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) {
        start(args.length == 0 ? 8081 : Integer.parseInt(args[0]));
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Call> calls() {
        return calls;
    }

    void reset() {
        instead.clear();
        calls.clear();
    }

    /** From now on, e.g. {@code answer("GET /cart", 503, "{}")}. */
    void answer(String methodAndPath, int status, String body) {
        instead.put(methodAndPath, new Answer(status, body));
    }

    void refuse(String methodAndPath, int status, String code, String detail) {
        answer(
                methodAndPath,
                status,
                """
                {"type":"urn:consumption-aid:problem:%s","title":"t","status":%d,"detail":"%s"}
                """
                        .formatted(code, status, detail));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        calls.add(
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        body,
                        headers.getFirst("Idempotency-Key"),
                        headers.getFirst("If-Match"),
                        headers.getFirst("Accept-Language"),
                        headers.getFirst("Authorization")));
        Answer answer = instead.get(exchange.getRequestMethod() + " " + path);
        if (answer == null) {
            answer = usual(exchange, path, body);
        }
        if (answer.status() < 400 && path.startsWith("/products/")) {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
        }
        if (path.endsWith(".xlsx") || path.endsWith(".pdf")) {
            exchange.getResponseHeaders()
                    .set("Content-Disposition", "attachment; filename=\"of-the-api.xlsx\"");
        }
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        answer.status() < 400 ? "application/json" : "application/problem+json");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Answer usual(HttpExchange exchange, String path, String body) {
        String query = exchange.getRequestURI().getRawQuery();
        String method = exchange.getRequestMethod();
        if (path.equals("/auth/token")) {
            return token(body);
        }
        if (path.equals("/me")) {
            return new Answer(200, FakeAnswers.me(roleOf(exchange)));
        }
        if (path.equals("/products") && method.equals("GET")) {
            return new Answer(200, FakeAnswers.search(query));
        }
        boolean belowAnOrder = path.indexOf('/', "/orders/".length()) > 0;
        if (path.startsWith("/orders/") && method.equals("GET") && !belowAnOrder) {
            return new Answer(200, FakeAnswers.order(path.substring("/orders/".length())));
        }
        if (path.startsWith("/certificates/") && path.endsWith("/NONE")) {
            return new Answer(404, "{\"type\":\"urn:x\",\"status\":404,\"detail\":\"没有\"}");
        }
        return FakeAnswers.of(method, path);
    }

    private static Answer token(String body) {
        String username = body.replaceAll("(?s).*\"username\"\\s*:\\s*\"([^\"]*)\".*", "$1");
        return body.contains("wrong")
                ? new Answer(
                        401,
                        "{\"type\":\"urn:consumption-aid:problem:wrong-credentials\",\"status\":401,"
                                + "\"detail\":\"用户名或密码不对。\"}")
                : new Answer(
                        200,
                        "{\"accessToken\":\""
                                + Base64.getUrlEncoder()
                                        .encodeToString(username.getBytes(StandardCharsets.UTF_8))
                                + "\",\"expiresInSeconds\":3600}");
    }

    private static String roleOf(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        return new String(
                        Base64.getUrlDecoder().decode(bearer.substring("Bearer ".length())),
                        StandardCharsets.UTF_8)
                .toUpperCase(java.util.Locale.ROOT);
    }
}
