package org.consumptionaid.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How old answers are: changes a product once a second and asks the API the same question again and
 * again until its answer shows the change. The age counts from the commit.
 */
final class AnswerAge implements AutoCloseable {
    private static final Duration CHANGE_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int CANDIDATES = 200;
    private static final String SOME =
            """
            SELECT p.id, p.name, o.county_code FROM product p JOIN organisation o ON o.id = p.organisation_id
            WHERE p.listed ORDER BY md5(p.id::text) LIMIT
            """;
    private static final String CHANGE =
            """
            WITH changed AS (UPDATE stock SET available = available + 1, version = version + 1 WHERE product_id = ?
                             RETURNING product_id, available),
                 told AS (INSERT INTO catalog_change (aggregateid) SELECT product_id FROM changed)
            SELECT available FROM changed
            """;

    private final Connection connection;
    private final LoadClient client = new LoadClient(1);
    private final JsonMapper json = JsonMapper.builder().build();
    private final String api;
    private final List<Sample> samples;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean ended;

    AnswerAge(DatabaseAddress database, String api) throws SQLException {
        this.connection = database.connect();
        this.api = api;
        this.samples = samples();
    }

    /** A product and the question whose first page shows it. */
    private record Sample(UUID id, HttpRequest question) {}

    /** Changes and looks until {@link #seconds} is asked for. */
    Future<List<Double>> start() {
        ended = false;
        return thread.submit((Callable<List<Double>>) this::measure);
    }

    /** The ages seen, in seconds, the youngest first. */
    List<Double> seconds(Future<List<Double>> measured) {
        ended = true;
        try {
            return measured.get().stream().sorted().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        client.close();
        connection.close();
    }

    private List<Double> measure() throws SQLException {
        List<Double> ages = new ArrayList<>();
        for (int i = 0; !ended; i++) {
            long begin = System.nanoTime();
            ages.add(age(samples.get(i % samples.size())));
            long left = CHANGE_EVERY.toNanos() - (System.nanoTime() - begin);
            if (left > 0 && !ended) {
                Pause.of(Duration.ofNanos(left));
            }
        }
        return ages;
    }

    private double age(Sample sample) throws SQLException {
        available(sample);
        long wanted = change(sample.id());
        long committed = System.nanoTime();
        while (available(sample) < wanted) {
            Pause.of(LOOK_EVERY);
        }
        return (System.nanoTime() - committed) / NANOS_PER_SECOND;
    }

    private long change(UUID product) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE);
                Statement bell = connection.createStatement()) {
            change.setObject(1, product);
            ResultSet row = change.executeQuery();
            row.next();
            long available = row.getLong(1);
            bell.execute("NOTIFY catalog_change");
            return available;
        }
    }

    /** As the API answers; -1 if the first page does not show the product. */
    private long available(Sample sample) {
        for (JsonNode item : json.readTree(client.get(sample.question())).get("items")) {
            if (item.get("id").asString().equals(sample.id().toString())) {
                return item.get("available").asLong();
            }
        }
        return -1;
    }

    private List<Sample> samples() throws SQLException {
        List<Sample> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOME + CANDIDATES)) {
            while (rows.next()) {
                String q = URLEncoder.encode(rows.getString(2), StandardCharsets.UTF_8);
                URI uri = URI.create(api + "/products?q=" + q + "&county=" + rows.getString(3));
                all.add(
                        new Sample(
                                rows.getObject(1, UUID.class),
                                HttpRequest.newBuilder(uri).build()));
            }
        }
        List<Sample> shown = all.stream().filter(sample -> available(sample) >= 0).toList();
        if (shown.isEmpty()) {
            throw new IllegalStateException("no question shows the product it asks for");
        }
        return shown;
    }
}
