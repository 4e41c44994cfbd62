package org.consumptionaid.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Stands between the API and Elasticsearch and writes down what the API asks, so that the very same
 * can be asked without the API.
 */
final class SearchRecorder implements AutoCloseable {
    private static final List<String> REQUEST_HEADERS = List.of("Content-Type", "Accept");
    private static final List<String> ANSWER_HEADERS = List.of("Content-Type", "X-Elastic-Product");

    private final String elasticsearch;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Search> searches = new ArrayList<>();

    SearchRecorder(String elasticsearch) throws IOException {
        this.elasticsearch = elasticsearch;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /** A search as the API sent it. */
    record Search(String path, String contentType, String accept, String body) {
        HttpRequest to(String elasticsearch) {
            return HttpRequest.newBuilder(URI.create(elasticsearch + path))
                    .header("Content-Type", contentType)
                    .header("Accept", accept)
                    .POST(BodyPublishers.ofString(body))
                    .build();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked since the last call. */
    synchronized List<Search> taken() {
        List<Search> taken = List.copyOf(searches);
        searches.clear();
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(elasticsearch + path))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String header : REQUEST_HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        if (path.contains("/_search") && !onlyCounts(body)) {
            remember(exchange, path, body);
        }
        answer(exchange, request.build());
    }

    /** What the API asks on its own behalf wants no products. */
    private static boolean onlyCounts(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).contains("\"size\":0");
    }

    private synchronized void remember(HttpExchange exchange, String path, byte[] body) {
        searches.add(
                new Search(
                        path,
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestHeaders().getFirst("Accept"),
                        new String(body, StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            for (String header : ANSWER_HEADERS) {
                answer.headers()
                        .firstValue(header)
                        .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
