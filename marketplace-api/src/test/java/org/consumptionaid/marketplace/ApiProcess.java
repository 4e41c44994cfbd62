package org.consumptionaid.marketplace;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a process of its own, which can be killed. */
public final class ApiProcess {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Pattern AFTER_A_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final Process process;
    private final Path collections;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private ApiProcess(Process process, Path collections, String address) {
        this.process = process;
        this.collections = collections;
        this.address = address;
    }

    /** Starts it on a database with the demonstration data and waits until it answers. */
    public static ApiProcess start(String database, int heapMegabytes) {
        try {
            int port = freePort();
            Path collections = Files.createTempFile(Path.of("target"), "collections", ".log");
            Path log = Files.createTempFile(Path.of("target"), "api", ".log");
            Process process =
                    new ProcessBuilder(command(database, heapMegabytes, port, collections))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            ApiProcess api = new ApiProcess(process, collections, "http://127.0.0.1:" + port);
            await().atMost(STARTS_WITHIN)
                    .failFast("the API ended, see " + log, () -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> api.send(api.request("/actuator/health/readiness").GET()) != null);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static List<String> command(
            String database, int heapMegabytes, int port, Path collections) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                "org.consumptionaid.marketplace.Marketplace",
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--spring.r2dbc.url=r2dbc:" + database,
                "--spring.elasticsearch.uris=http://127.0.0.1:1",
                "--marketplace.files.folder=target/files",
                "--marketplace.stripe.api-base=" + LocalServers.STRIPE.url(),
                "--marketplace.stripe.webhook-secrets=" + LocalServers.WEBHOOK_SECRET);
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most that was still in use after any collection so far. */
    public int mostLiveMegabytes() throws IOException {
        return Files.readAllLines(collections).stream()
                .flatMap(line -> AFTER_A_COLLECTION.matcher(line).results())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /** The id of what was made of the file. */
    public String upload(String username, String path, byte[] file) {
        return send(signed(username, path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(file)))
                .get("id")
                .asString();
    }

    public JsonNode post(String username, String path, String body) {
        return send(
                signed(username, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder signed(String username, String path) {
        JsonNode token =
                send(
                        request("/auth/token")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"username\":\"%s\",\"password\":\"demo\"}"
                                                        .formatted(username))));
        return request(path)
                .header("Authorization", "Bearer " + token.get("accessToken").asString())
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWERS_WITHIN);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
