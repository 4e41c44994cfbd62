package org.consumptionaid.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The moment a certificate ends, seen through the index and through the answers the API keeps: no
 * document is written, no row is changed.
 */
@Import(MovableClock.class)
class ExpiryIT extends OnIndex {
    private static final Duration LATEST = Duration.ofSeconds(2);
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(4);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    @Autowired private Market market;
    @Autowired private MovableClock clock;
    @Autowired private DatabaseClient database;

    /** Of another database than the other tests'. */
    @BeforeAll
    @AfterAll
    static void forgetTheIndex() {
        drop();
    }

    @AfterEach
    void restore() {
        moveTo(Instant.now());
        Instant later = Instant.now().plus(Duration.ofDays(365));
        end("statement = '演示数据' AND (category_code = 'tuber' OR category_code IS NULL)", later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category_code = 'tuber'", "category_code IS NULL"})
    void endsEverySaleOfTheProduceWithinTwoSeconds(String certificate) throws Exception {
        Instant moment = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MILLIS);
        end(certificate + " AND statement = '演示数据'", moment);
        String product = market.list("cooperative", 100);
        String placed = market.order("buyer", product, 1);
        String confirmed = market.order("buyer", product, 1);
        market.step("cooperative", confirmed, "confirmation", Map.of());
        index(product);
        String name = api.get("", "/products/" + product).text("/name");
        moveTo(moment.minus(BEFORE));
        List.of("buyer", "cooperative").forEach(api::token);

        Instant lastSeen = lastSeen(name, moment.plus(AFTER));

        assertThat(lastSeen)
                .as("seen until the certificate ends, and no longer than %s after", LATEST)
                .isBetween(moment.minus(Duration.ofSeconds(1)), moment.plus(LATEST));
        assertRefused(api.post("buyer", "/orders", order(product)));
        assertRefused(api.post("cooperative", "/orders/" + placed + "/confirmation", Map.of()));
        assertRefused(api.post("cooperative", "/orders/" + confirmed + "/shipment", Map.of()));
        assertRefused(
                api.post("cooperative", "/products", Market.form("洋芋 " + UUID.randomUUID(), 1)));
        assertThat(api.get("", "/products/" + product).body().has("certificateNumber")).isFalse();
    }

    /** When somebody who asks the same all the time was told of it for the last time. */
    private Instant lastSeen(String name, Instant until) throws InterruptedException {
        Instant last = Instant.MIN;
        while (clock.instant().isBefore(until)) {
            if (names(search("q=" + name)).contains(name)) {
                last = clock.instant();
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        return last;
    }

    private void moveTo(Instant now) {
        clock.set(now);
        api.signOut();
    }

    private void end(String which, Instant moment) {
        database.sql(
                        "UPDATE certificate SET valid_until = :moment WHERE "
                                + which
                                + " AND organisation_id = (SELECT organisation_id FROM person WHERE username ="
                                + " 'cooperative')")
                .bind("moment", moment)
                .then()
                .block();
    }

    private static Map<String, Object> order(String product) {
        return Map.of("lines", List.of(Market.line(product, 1)));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.text("/type")).endsWith(":certificate-not-in-force");
    }
}
