package org.consumptionaid.load;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The limit of a rebuild: the same documents, ready as {@code _bulk} requests in a file, sent to an
 * index of the same definition that does not refresh meanwhile.
 */
final class RawBulk {
    private static final String INDEX = "raw";
    private static final int REQUEST_DOCUMENTS = 1_000;
    private static final int REQUESTS_IN_FLIGHT = 2;
    private static final int FETCH_ROWS = 1_000;
    private static final String DOCUMENTS =
            "SELECT id::text, version, document::text FROM catalog_document";

    private final Elastic elastic;
    private final Path file;

    RawBulk(Elastic elastic, Path file) {
        this.elastic = elastic;
        this.file = file;
    }

    /** Writes the requests, each preceded by its length. */
    long dump(Connection connection) throws SQLException, IOException {
        long documents = 0;
        connection.setAutoCommit(false);
        try (DataOutputStream out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(file)));
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            StringBuilder request = new StringBuilder();
            ResultSet rows = statement.executeQuery(DOCUMENTS);
            while (rows.next()) {
                request.append("{\"index\":{\"_id\":\"").append(rows.getString(1));
                request.append("\",\"version\":").append(rows.getLong(2));
                request.append(",\"version_type\":\"external_gte\"}}\n");
                request.append(rows.getString(3)).append('\n');
                if (++documents % REQUEST_DOCUMENTS == 0) {
                    write(out, request);
                }
            }
            write(out, request);
        }
        connection.setAutoCommit(true);
        return documents;
    }

    private static void write(DataOutputStream out, StringBuilder request) throws IOException {
        byte[] bytes = request.toString().getBytes(StandardCharsets.UTF_8);
        request.setLength(0);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Creates the index like another, sends everything, refreshes, and removes the index. */
    Duration send(String like) throws IOException {
        create(like);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(REQUESTS_IN_FLIGHT);
                DataInputStream in =
                        new DataInputStream(
                                new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            Queue<CompletableFuture<Void>> inFlight = new ArrayDeque<>();
            for (byte[] request = next(in); request.length > 0; request = next(in)) {
                if (inFlight.size() == REQUESTS_IN_FLIGHT) {
                    inFlight.remove().join();
                }
                byte[] sent = request;
                inFlight.add(CompletableFuture.runAsync(() -> bulk(sent), threads));
            }
            inFlight.forEach(CompletableFuture::join);
        }
        elastic.send("POST", "/" + INDEX + "/_refresh", "");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        elastic.send("DELETE", "/" + INDEX, "");
        return took;
    }

    private static byte[] next(DataInputStream in) throws IOException {
        return in.available() == 0 ? new byte[0] : in.readNBytes(in.readInt());
    }

    private void bulk(byte[] request) {
        JsonNode answer =
                elastic.send("POST", "/" + INDEX + "/_bulk", "application/x-ndjson", request);
        if (answer.get("errors").asBoolean()) {
            throw new IllegalStateException("refused: " + answer);
        }
    }

    private void create(String like) {
        JsonNode model = elastic.send("GET", "/" + like, "").get(like);
        ObjectNode index = (ObjectNode) model.at("/settings/index").deepCopy();
        index.retain("number_of_shards", "number_of_replicas", "analysis");
        index.put("refresh_interval", "-1");
        String body =
                "{\"settings\": {\"index\": "
                        + index
                        + "}, \"mappings\": "
                        + model.get("mappings")
                        + "}";
        elastic.send("PUT", "/" + INDEX, body);
    }
}
