package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@MarketplaceTest
@Import(MovableClock.class)
class OrderExpiryIT {
    private static final Duration ANSWER = Duration.ofDays(7);
    private static final Duration PAYMENT = Duration.ofDays(30 + 15);
    private static final Duration WAIT = Duration.ofSeconds(30);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private MovableClock clock;
    @Autowired private OrderExpiry expiry;
    @Autowired private DatabaseClient database;

    @BeforeEach
    void endWhatOthersLeft() {
        expireAfter(PAYMENT.plusDays(2));
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(Instant.now());
    }

    @Test
    void endsAnOrderThatNobodyAnsweredAndGivesBackWhatItHeld() {
        String product = market.list("cooperative", 10);
        String order = market.order("buyer", product, 4);

        expireAfter(ANSWER.minusMinutes(1));
        assertThat(market.state(order)).isEqualTo("PLACED");

        expireAfter(ANSWER.plusMinutes(1));
        assertThat(market.state(order)).isEqualTo("CANCELLED");
        assertThat(available(product)).isEqualTo(10);
        assertThat(stillDrawn(order)).isZero();
        assertThat(lastEvent(order)).isEqualTo("EXPIRE");
    }

    @Test
    void endsAPayFirstOrderThatIsNotPaidOnceTheExtensionIsOver() {
        String product = market.list("cooperative", 10);
        String unpaid = payFirst(product);
        String paid = payFirst(product);
        market.remit(paid);

        expireAfter(PAYMENT);
        assertThat(market.state(unpaid)).isEqualTo("CONFIRMED");

        expireAfter(PAYMENT.plusDays(1));
        assertThat(market.state(unpaid)).isEqualTo("CANCELLED");
        assertThat(market.state(paid)).isEqualTo("CONFIRMED");
        assertThat(available(product)).isEqualTo(9);
    }

    @Test
    void leavesAConfirmedGoodsFirstOrderAlone() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.step("cooperative", order, "confirmation", Map.of());

        expireAfter(PAYMENT.plusDays(300));

        assertThat(market.state(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void endsEachOrderOnceHoweverManyInstancesLook() {
        String product = market.list("cooperative", 100);
        List<String> orders =
                List.of(
                        market.order("buyer", product, 1),
                        market.order("buyer", product, 2),
                        market.order("buyer2", product, 3));

        clock.forward(ANSWER.plusMinutes(1));
        Flux.range(0, 8)
                .flatMap(_ -> expiry.endWhatIsOverdue().thenReturn(true), 8)
                .blockLast(WAIT);
        clock.set(Instant.now());

        assertThat(available(product)).isEqualTo(100);
        assertThat(orders)
                .allSatisfy(order -> assertThat(market.state(order)).isEqualTo("CANCELLED"));
    }

    private String payFirst(String product) {
        Map<String, Object> command =
                Map.of("lines", List.of(Market.line(product, 1)), "terms", "PAY_FIRST");
        String order = market.orders("buyer", command).getFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        return order;
    }

    private void expireAfter(Duration later) {
        clock.forward(later);
        expiry.endWhatIsOverdue().block(WAIT);
        clock.set(Instant.now());
    }

    private long available(String product) {
        return api.get("", "/products/" + product).number("/available");
    }

    private String lastEvent(String order) {
        return api.get("buyer", "/orders/" + order)
                .body()
                .get("events")
                .valueStream()
                .toList()
                .getLast()
                .get("action")
                .asString();
    }

    private long stillDrawn(String order) {
        return Objects.requireNonNull(
                database.sql(
                                "SELECT count(*) FROM season_draw WHERE order_id = :id::uuid AND returned_at IS NULL")
                        .bind("id", order)
                        .mapValue(Long.class)
                        .one()
                        .block(WAIT));
    }
}
