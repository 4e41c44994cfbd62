package org.consumptionaid.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Recalls among many trace events: a lot is commissioned, shipped and received and goes into one or
 * two meals, of which samples are kept.
 */
final class RecallBenchmark implements Benchmark {
    private static final long ORDERS = 1_000_000;
    private static final int RECALLS = 20;
    private static final double MOST_SECONDS = 1;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int CREATED = 201;
    private static final String FILL =
            """
            SET session_replication_role = replica; SET synchronous_commit = off;
            INSERT INTO lot (number, order_id, line, shipment, product_id, grams, shipped_at)
            SELECT 'P' || row_number() OVER (), l.order_id, l.line, 1, l.product_id, l.unit_grams * l.quantity,
                   o.placed_at + interval '1 day'
            FROM order_line l JOIN purchase_order o ON o.id = l.order_id;
            INSERT INTO line_weight (order_id, line, shipment, kind, grams, organisation_id, at)
            SELECT l.order_id, l.line, 1, 'ACCEPTED', l.grams, o.buyer_id, l.shipped_at + interval '1 day'
            FROM lot l JOIN purchase_order o ON o.id = l.order_id;
            INSERT INTO meal (id, organisation_id, day, dish_code, servings, noted_by, noted_at)
            SELECT uuidv7(), o.id, current_date - d.day, x.code, 400, p.id, now()
            FROM (SELECT DISTINCT organisation_id AS id FROM person WHERE username LIKE 'load-%') o
            CROSS JOIN LATERAL (SELECT id FROM person WHERE organisation_id = o.id LIMIT 1) p
            CROSS JOIN generate_series(1, 700) AS d (day)
            CROSS JOIN (SELECT code FROM dish ORDER BY code LIMIT 22) x;
            CREATE TEMP TABLE numbered_meal AS
            SELECT organisation_id, row_number() OVER (PARTITION BY organisation_id) - 1 AS n, id FROM meal;
            CREATE INDEX ON numbered_meal (organisation_id, n);
            ANALYZE numbered_meal;
            INSERT INTO meal_lot (id, meal_id, lot_id, grams, noted_by, noted_at)
            SELECT uuidv7(), m.id, l.id, l.grams / 3, l.person_id, now()
            FROM (SELECT l.id, l.grams, o.buyer_id, u.person_id, row_number() OVER (PARTITION BY o.buyer_id) AS n
                  FROM lot l JOIN purchase_order o ON o.id = l.order_id JOIN purchase u ON u.id = o.purchase_id) l
            CROSS JOIN generate_series(0, 1) AS twice (i)
            JOIN numbered_meal m ON m.organisation_id = l.buyer_id AND m.n = (l.n * 7 + twice.i * 3571) % 15400
            WHERE twice.i = 0 OR l.n % 2 = 0;
            INSERT INTO retained_sample (id, number, meal_id, grams, taken_by, taken_at, keep_until)
            SELECT uuidv7(), 'Y' || row_number() OVER (), id, 150, noted_by, noted_at, noted_at + interval '48 hours' FROM meal;
            SET session_replication_role = origin;
            VACUUM ANALYZE
            """;
    // Commissioning, shipping and receiving of each lot, uses and samples.
    private static final String EVENTS =
            """
            SELECT 3 * (SELECT count(*) FROM lot) + (SELECT count(*) FROM meal_lot) + (SELECT count(*) FROM retained_sample)
            """;
    private static final String OPERATOR =
            """
            WITH platform AS (
                INSERT INTO organisation (kind, name, county_code, demo, created_at)
                SELECT 'OPERATOR', '平台', NULL, true, now() RETURNING id)
            INSERT INTO person (organisation_id, username, display_name, role, password_hash, created_at)
            SELECT id, 'load-operator', '运营', 'OPERATOR', '', now() FROM platform RETURNING id, organisation_id
            """;

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String description() {
        return "opening and reading recalls among ten million trace events";
    }

    @Override
    public List<Result> run(Settings settings) {
        try (OrderStack stack = new OrderStack();
                LoadClient client = new LoadClient(1)) {
            OrderMarket market = OrderMarket.into(stack.database(), settings.seed());
            PresentOrders.fill(stack.database(), ORDERS);
            try (Connection connection = stack.database().connect();
                    Statement statement = connection.createStatement()) {
                for (String one : FILL.split(";\n", -1)) {
                    statement.execute(one);
                }
                String token = operator(statement).token(OrderStack.TOKEN_SECRET, "OPERATOR");
                return measure(stack.api().url(), client, market.products(), token, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Buyer operator(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(OPERATOR)) {
            row.next();
            return new Buyer(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        }
    }

    private static List<Result> measure(
            String api, LoadClient client, List<UUID> products, String token, Statement statement)
            throws SQLException {
        List<Double> opening = new ArrayList<>();
        List<Double> reading = new ArrayList<>();
        for (int i = 0; i < RECALLS; i++) {
            long begin = System.nanoTime();
            String id = open(api, client, products.get(i * products.size() / RECALLS), token);
            opening.add((System.nanoTime() - begin) / NANOS_PER_SECOND);
            begin = System.nanoTime();
            client.get(request(api + "/recalls/" + id, token).GET().build());
            reading.add((System.nanoTime() - begin) / NANOS_PER_SECOND);
        }
        return List.of(
                Result.counted("recall: trace events", number(statement, EVENTS)),
                Result.counted(
                        "recall: lots of a recall",
                        number(statement, "SELECT count(*) / 20 FROM recall_lot")),
                Result.atMost("recall: opened, slowest of 20", worst(opening), MOST_SECONDS, "s"),
                Result.atMost("recall: read, slowest of 20", worst(reading), MOST_SECONDS, "s"),
                Result.atMost("recall: read, median", reading, MOST_SECONDS, "s"));
    }

    private static List<Double> worst(List<Double> seconds) {
        return List.of(seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Of everything that was shipped of a product in two months. */
    private static String open(String api, LoadClient client, UUID product, String token) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String body =
                """
                {"productId":"%s","from":"%s","to":"%s","reason":"measured"}
                """
                        .formatted(product, today.minusDays(360), today.minusDays(300));
        byte[] answer =
                client.get(
                        request(api + "/recalls", token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        CREATED);
        String text = new String(answer, StandardCharsets.UTF_8);
        int at = text.indexOf("\"id\":\"") + "\"id\":\"".length();
        return text.substring(at, text.indexOf('"', at));
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token);
    }
}
