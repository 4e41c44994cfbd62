package org.consumptionaid.console.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an order stands with its day of payment; overdue when less than no days are left. */
public record PaymentClock(
        @Nullable LocalDate dueOn,
        @Nullable Long daysLeft,
        long dueFen,
        long interestFen,
        long interestDays,
        @Nullable Long rateBasisPoints) {

    public boolean overdue() {
        return daysLeft != null && daysLeft < 0;
    }

    public long daysOver() {
        return daysLeft == null ? 0 : -daysLeft;
    }
}
