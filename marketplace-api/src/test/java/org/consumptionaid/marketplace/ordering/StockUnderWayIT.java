package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Stock and season capacity are exact whatever meets: orders, cancelling, expiry, parts, closing,
 * refused goods that come home.
 */
@MarketplaceTest
class StockUnderWayIT {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int CLIENTS = 16;
    private static final int ORDERS_EACH = 12;
    private static final long BOXES = 60;

    /** Rows that are wrong: what a product's stock says, and what its orders say. */
    private static final String WRONG_STOCK =
            """
            WITH line AS (
                SELECT l.product_id,
                       CASE WHEN o.state IN ('PLACED', 'CONFIRMED', 'PARTLY_SHIPPED')
                            THEN l.quantity - coalesce(w.gone, 0) ELSE 0 END AS reserved,
                       coalesce(w.shipped, 0) - coalesce(w.home, 0) AS sold
                FROM order_line l JOIN purchase_order o ON o.id = l.order_id
                LEFT JOIN LATERAL (
                    SELECT sum(packages) FILTER (WHERE kind IN ('SHIPPED', 'CLOSED')) AS gone,
                           sum(packages) FILTER (WHERE kind = 'SHIPPED') AS shipped,
                           sum(packages) FILTER (WHERE kind = 'RESTOCKED') AS home
                    FROM line_weight w WHERE w.order_id = l.order_id AND w.line = l.line) w ON true)
            SELECT count(*) FROM stock s
            JOIN (SELECT product_id, sum(reserved)::bigint AS reserved, sum(sold)::bigint AS sold FROM line GROUP BY 1) e USING (product_id)
            WHERE s.product_id::text = ANY(:products)
              AND (s.reserved, s.sold, s.available) IS DISTINCT FROM (e.reserved, e.sold, :boxes::bigint - e.reserved - e.sold)
            """;

    /** The first shipment, whose one package is of the first line. */
    private static final Map<String, Object> TURNED_AWAY =
            Map.of(
                    "shipment",
                    1,
                    "lines",
                    List.of(Map.of("line", 1, "acceptedGrams", 0, "reason", "腐烂")));

    private static final Map<String, Object> HOME =
            Map.of("shipment", 1, "lines", List.of(Map.of("line", 1, "packages", 1)));

    private static final String WRONG_DRAWS =
            """
            SELECT count(*) FROM season_draw d
            JOIN purchase_order o ON o.id = d.order_id
            JOIN (SELECT order_id, sum(quantity * unit_grams) AS grams FROM order_line GROUP BY 1) l USING (order_id)
            LEFT JOIN (SELECT order_id, sum(grams) AS grams FROM line_weight WHERE kind IN ('CLOSED', 'RESTOCKED') GROUP BY 1) c
                   USING (order_id)
            WHERE d.order_id IN (SELECT order_id FROM order_line WHERE product_id::text = ANY(:products))
              AND CASE WHEN d.returned_at IS NULL THEN d.grams - d.given_back_grams ELSE 0 END
                  <> CASE WHEN o.state = 'CANCELLED' THEN 0 ELSE l.grams - coalesce(c.grams, 0) END
            """;
    private static final String WRONG_CAPACITY =
            """
            SELECT count(*) FROM season_capacity k
            WHERE k.drawn_grams <> (SELECT coalesce(sum(d.grams - d.given_back_grams), 0) FROM season_draw d
                                    WHERE d.capacity_id = k.id AND d.returned_at IS NULL)
            """;

    private static final String RESTOCKED =
            """
            SELECT count(*) FROM line_weight w JOIN order_line l USING (order_id, line)
            WHERE w.kind = 'RESTOCKED' AND l.product_id::text = ANY(:products)
            """;

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private OrderExpiry expiry;
    @Autowired private DatabaseClient database;

    @Test
    void staysExactUnderAnyInterleaving() throws Exception {
        List<String> products =
                List.of(
                        market.list("cooperative", BOXES),
                        market.list("cooperative", BOXES),
                        market.list("cooperative", BOXES));
        for (String who : List.of("buyer", "buyer2", "cooperative")) {
            api.token(who);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                clients.add(threads.submit(() -> trade(random, products, threads)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }

        assertThat(count(WRONG_STOCK, products)).isZero();
        assertThat(count(WRONG_DRAWS, products)).isZero();
        assertThat(count(WRONG_CAPACITY)).isZero();
        assertThat(count("SELECT count(*) FROM line_weight WHERE kind = 'CLOSED'")).isPositive();
        assertThat(count("SELECT count(*) FROM order_event WHERE action = 'EXPIRE'")).isPositive();
        assertThat(count(RESTOCKED, products)).isPositive();
    }

    private Void trade(Random random, List<String> products, ExecutorService threads)
            throws Exception {
        for (int i = 0; i < ORDERS_EACH; i++) {
            int first = random.nextInt(products.size());
            int other = (first + 1 + random.nextInt(products.size() - 1)) % products.size();
            List<Map<String, Object>> lines =
                    List.of(
                            Market.line(products.get(first), 2 + random.nextInt(2)),
                            Market.line(products.get(other), 1));
            String buyer = random.nextBoolean() ? "buyer" : "buyer2";
            Answer placed = api.post(buyer, "/orders", Map.of("lines", lines));
            if (placed.status() == 201) {
                live(random, buyer, placed.text("/orders/0/id"), lines, threads);
            }
        }
        return null;
    }

    /** Two steps that exclude or follow each other are taken at the same time, twice. */
    private void live(
            Random random,
            String buyer,
            String order,
            List<Map<String, Object>> lines,
            ExecutorService threads)
            throws Exception {
        if (random.nextInt(4) == 0) {
            Runnable other =
                    random.nextBoolean()
                            ? () -> cancel(buyer, order)
                            : () -> change(buyer, order, lines);
            meet(threads, () -> expire(order), other);
            return;
        }
        meet(
                threads,
                () -> step("cooperative", order, "confirmation", Map.of()),
                random.nextInt(4) == 0 ? () -> cancel(buyer, order) : () -> {});
        Map<String, Object> one = Map.of("lines", List.of(Map.of("line", 1, "quantity", 1)));
        meet(
                threads,
                () -> step("cooperative", order, "shipment", one),
                random.nextInt(3) == 0
                        ? () -> cancel(buyer, order)
                        : () -> step("cooperative", order, "shipment", one));
        if (random.nextBoolean()) {
            meet(
                    threads,
                    () -> step("cooperative", order, "closing", Map.of("reason", "绝收")),
                    () -> step("cooperative", order, "shipment", one));
        }
        Runnable home = () -> step("cooperative", order, "restocking", HOME);
        meet(threads, () -> step(buyer, order, "acceptance", TURNED_AWAY), home);
        meet(
                threads,
                home,
                random.nextBoolean() ? home : () -> step(buyer, order, "acceptance", TURNED_AWAY));
    }

    private static void meet(ExecutorService threads, Runnable one, Runnable other)
            throws Exception {
        Future<?> running = threads.submit(one);
        other.run();
        running.get();
    }

    private void expire(String order) {
        database.sql(
                        "UPDATE purchase_order SET placed_at = placed_at - interval '8 days' WHERE id = :id::uuid")
                .bind("id", order)
                .then()
                .then(expiry.endWhatIsOverdue())
                .block(WAIT);
    }

    private void change(String buyer, String order, List<Map<String, Object>> lines) {
        step(buyer, order, "change", Map.of("lines", List.of(lines.getLast())));
    }

    private void cancel(String buyer, String order) {
        step(buyer, order, "cancellation", Map.of("reason", "不要"));
    }

    /** Done, or refused; never an error. */
    private void step(String who, String order, String step, Map<String, Object> body) {
        Answer answer = api.post(who, "/orders/" + order + "/" + step, body);
        assertThat(answer.status()).as(step + ": " + answer.body()).isIn(200, 409, 422);
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block(WAIT));
    }

    private long count(String sql, List<String> products) {
        return Objects.requireNonNull(
                database.sql(sql.replace(":boxes", Long.toString(BOXES)))
                        .bind("products", products.toArray(String[]::new))
                        .mapValue(Long.class)
                        .one()
                        .block(WAIT));
    }
}
