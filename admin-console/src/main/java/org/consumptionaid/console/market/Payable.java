package org.consumptionaid.console.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order that waits for money; overdue when no days are left. */
public record Payable(
        String orderId,
        String number,
        String terms,
        String buyerName,
        String supplierName,
        long dueFen,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft) {

    public boolean overdue() {
        return daysLeft != null && daysLeft < 0;
    }

    public int daysOver() {
        return daysLeft == null ? 0 : -daysLeft;
    }
}
