package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marketplace today, for those who watch over it. */
public record Today(
        LocalDate day,
        long orders,
        long ordersFen,
        long paidFen,
        long settledFen,
        long newProducts,
        long listedProducts,
        long cooperatives,
        long counties,
        List<Waiting> waiting,
        List<Day> last14Days,
        Feed feed) {

    /** Orders that wait in a state. */
    public record Waiting(String state, long count, long totalFen) {}

    /** The orders of one day. */
    public record Day(LocalDate day, long orders, long ordersFen) {}

    /** The search index's backlog; parked changes need a person. */
    public record Feed(long pending, @Nullable Long oldestSeconds, long parked) {}
}
