package org.consumptionaid.marketplace.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day so far (Asia/Shanghai) and what waits for somebody. */
public record TodayView(
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

    /** Orders in a state that is not their last. */
    public record Waiting(String state, long count, long totalFen) {}

    public record Day(LocalDate day, long orders, long ordersFen) {}

    /**
     * The way to the search index.
     *
     * @param pending changes on their way
     * @param oldestSeconds how long the oldest has been waiting
     * @param parked products that could not be indexed
     */
    public record Feed(long pending, @Nullable Long oldestSeconds, long parked) {}
}
