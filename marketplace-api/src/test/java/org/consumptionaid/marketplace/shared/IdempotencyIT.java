package org.consumptionaid.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The same request many times at the same moment, over HTTP, for writes of several modules. */
@MarketplaceTest
class IdempotencyIT {
    private static final int AT_ONCE = 12;

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private Environment settings;

    @Test
    void listsOneProduct() throws Exception {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);

        everyoneGetsTheFirstAnswer("cooperative", "/products", form, 201);

        form.put("available", 11);
        assertOtherInputIsRefused("cooperative", "/products", form);
    }

    @Test
    void placesOneOrder() throws Exception {
        String product = market.list("cooperative", 100);

        everyoneGetsTheFirstAnswer(
                "buyer", "/orders", Map.of("lines", List.of(Market.line(product, 3))), 201);

        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(97);
        assertOtherInputIsRefused(
                "buyer", "/orders", Map.of("lines", List.of(Market.line(product, 4))));
    }

    @Test
    void cancelsOnce() throws Exception {
        String product = market.list("cooperative", 10);
        String order = market.order("buyer", product, 4);

        everyoneGetsTheFirstAnswer(
                "buyer", "/orders/" + order + "/cancellation", Map.of("reason", "重复"), 200);

        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(10);
    }

    @Test
    void recordsARemittanceOnce() throws Exception {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        Map<String, Object> half = new HashMap<>();
        half.put("amountFen", 1_840);
        half.put("payerName", "国库集中支付中心");
        half.put("bankReference", UUID.randomUUID().toString());

        everyoneGetsTheFirstAnswer("operator", "/orders/" + order + "/remittances", half, 201);

        assertThat(api.get("buyer", "/orders/" + order).number("/dueFen")).isEqualTo(1_840);
    }

    @Test
    void chargesACardOnce() throws Exception {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        String path = "/orders/" + order + "/card-payments";
        Map<String, Object> card = Map.of("paymentMethod", "pm_card_visa");
        String key = UUID.randomUUID().toString();
        api.token("buyer");

        List<Answer> answers = atOnce(() -> api.post("buyer", path, key, card));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
        assertThat(answers.stream().map(answer -> answer.text("/id")).distinct()).hasSize(1);
        assertThat(api.get("buyer", "/payments?order=" + order).body().get("items")).hasSize(1);
    }

    @Test
    void givesTheTurnToTheNextWhenTheFirstHasCrashed() throws Exception {
        String key = UUID.randomUUID().toString();
        String product = market.list("cooperative", 10);
        String path = "/products/" + product + "/withdrawal";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection first = owner();
                Connection killer = owner()) {
            claim(first, key);
            int backend = backend(first);
            Future<Answer> second =
                    threads.submit(() -> api.post("cooperative", path, key, Map.of()));
            Thread.sleep(Duration.ofMillis(500));
            assertThat(second.isDone()).as("waits for the first").isFalse();

            try (PreparedStatement kill =
                    killer.prepareStatement("SELECT pg_terminate_backend(?)")) {
                kill.setInt(1, backend);
                kill.execute();
            }

            assertThat(second.get().status()).isLessThan(300);
        }
    }

    /** As a request that is under way has claimed it. */
    private static void claim(Connection connection, String key) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement claim =
                connection.prepareStatement(
                        """
                        INSERT INTO idempotency (person_id, key, input_hash, created_at)
                        SELECT id, ?, 'any', now() FROM person WHERE username = 'cooperative'
                        """)) {
            claim.setString(1, key);
            assertThat(claim.executeUpdate()).isEqualTo(1);
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection owner() throws SQLException {
        URI url = URI.create(settings.getRequiredProperty("spring.r2dbc.url").substring(6));
        String[] account = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
                account[0],
                account[1]);
    }

    private String lastKey = "";

    private void everyoneGetsTheFirstAnswer(
            String who, String path, Map<String, Object> body, int status) throws Exception {
        lastKey = UUID.randomUUID().toString();
        api.token(who);

        List<Answer> answers = atOnce(() -> api.post(who, path, lastKey, body));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(status));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(api.post(who, path, lastKey, body).body())
                .as("later too")
                .isEqualTo(answers.getFirst().body());
    }

    private void assertOtherInputIsRefused(String who, String path, Map<String, Object> other) {
        Answer refused = api.post(who, path, lastKey, other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("idempotency-key-reused");
    }

    private interface Call {
        Answer answer();
    }

    private static List<Answer> atOnce(Call call) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> futures =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ -> threads.submit(call::answer))
                            .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
