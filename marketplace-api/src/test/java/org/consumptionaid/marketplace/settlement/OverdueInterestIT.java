package org.consumptionaid.marketplace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** The day of payment goes by, and what that costs the buyer. */
@MarketplaceTest
@Import(MovableClock.class)
class OverdueInterestIT {
    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private MovableClock clock;

    @Autowired private OverdueInterest interest;

    @Test
    void countsTheDaysToTheDayOfPaymentForBothSides() {
        String order = accepted();

        for (String who : new String[] {"buyer", "cooperative"}) {
            Answer shown = clockOf(who, order);
            assertThat(shown.number("/daysLeft")).isEqualTo(30);
            assertThat(shown.number("/dueFen")).isEqualTo(3_680);
            assertThat(shown.number("/interestFen")).isZero();
        }
        assertThat(clockOf("buyer2", order).status()).isEqualTo(404);
    }

    @Test
    void booksNothingWhileTheDayOfPaymentIsNotOver() {
        String order = accepted();

        forward(31); // yesterday was the day
        book();

        assertThat(clockOf("buyer", order).number("/daysLeft")).isEqualTo(-1);
        assertThat(clockOf("buyer", order).number("/interestDays")).isZero();
    }

    @Test
    void booksEveryOverdueDayOnceHoweverManyBookAtTheSameTime() {
        String order = accepted();

        forward(35);
        Flux.range(0, 4).flatMap(_ -> interest.book(), 4).blockLast();

        assertThat(clockOf("cooperative", order).number("/interestDays")).isEqualTo(4);
        assertThat(clockOf("cooperative", order).number("/interestFen")).isEqualTo(8); // 4 × 1.84
        assertThat(interestEntries(order)).isEqualTo(4);
    }

    @Test
    void takesWhatIsOwedWhenTheDayEndsAndMakesUpForDaysBeforeThePayment() {
        String order = accepted();
        forward(33); // two overdue days are over
        market.step(
                "operator",
                order,
                "remittances",
                Map.of("amountFen", 3_000, "payerName", "甲", "bankReference", UUID.randomUUID()));
        forward(1); // a third, on 680 fen: 0.34 fen
        market.remit(order);

        book();

        Answer shown = clockOf("buyer", order);
        assertThat(shown.body().has("daysLeft")).isFalse();
        assertThat(shown.number("/interestDays")).isEqualTo(3);
        assertThat(shown.number("/interestFen")).isEqualTo(4);
        assertThat(interestEntries(order)).isEqualTo(2);
        forward(3);
        book();
        assertThat(clockOf("buyer", order).number("/interestDays")).isEqualTo(3);
    }

    private String accepted() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        return order;
    }

    private void forward(int days) {
        clock.forward(Duration.ofDays(days));
        api.signOut();
    }

    private void book() {
        interest.book().block();
    }

    private Answer clockOf(String who, String order) {
        return api.get(who, "/orders/" + order + "/payment-clock");
    }

    private long interestEntries(String order) {
        long found = 0;
        for (JsonNode entry :
                api.get("buyer", "/ledger/entries?order=" + order).body().get("items")) {
            found += entry.get("kind").asString().equals("INTEREST_ACCRUED") ? 1 : 0;
        }
        return found;
    }
}
