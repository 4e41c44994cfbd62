package org.consumptionaid.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consumptionaid.console.market.Order;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void showsWhatWasTakenAndWhatComes() {
        assertThat(states(order("CONFIRMED", "PLACED", "CONFIRMED")))
                .containsExactly(
                        "PLACED",
                        "CONFIRMED",
                        "SHIPPED",
                        "ACCEPTED",
                        "INVOICED",
                        "PAID",
                        "SETTLED");
    }

    @Test
    void skipsWhatAnOrderPaidInAdvanceDoesNotPassThrough() {
        assertThat(states(order("PAID", "PLACED", "CONFIRMED", "CONFIRMED", "SHIPPED", "PAID")))
                .containsExactly("PLACED", "CONFIRMED", "SHIPPED", "PAID", "SETTLED");
    }

    @Test
    void endsWhereTheOrderEnded() {
        assertThat(states(order("CANCELLED", "PLACED", "CANCELLED")))
                .containsExactly("PLACED", "CANCELLED");
    }

    @Test
    void goesOnAfterAPartHasLeft() {
        assertThat(states(order("PARTLY_SHIPPED", "PLACED", "CONFIRMED", "PARTLY_SHIPPED")))
                .startsWith("PLACED", "CONFIRMED", "PARTLY_SHIPPED", "SHIPPED");
    }

    @Test
    void marksTheCurrentState() {
        assertThat(Progress.of(order("SHIPPED", "PLACED", "CONFIRMED", "SHIPPED")))
                .filteredOn(Progress::current)
                .extracting(Progress::state)
                .containsExactly("SHIPPED");
    }

    private static List<String> states(Order order) {
        return Progress.of(order).stream().map(Progress::state).toList();
    }

    private static Order order(String state, String... taken) {
        List<Order.Event> events =
                Stream.of(taken)
                        .map(to -> new Order.Event(Instant.EPOCH, "STEP", null, to, null, null))
                        .toList();
        return new Order(
                "id",
                "number",
                "purchase",
                state,
                "SCHOOL",
                "GOODS_FIRST",
                "b",
                "buyer",
                "s",
                "supplier",
                1,
                null,
                0,
                1,
                0,
                "",
                null,
                "",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                events,
                List.of());
    }
}
