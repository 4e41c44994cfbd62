package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A budget unit's reserved share in a year. */
public record Reserve(
        int fiscalYear,
        long leastBasisPoints,
        LocalDate dueOn,
        List<Filing> filings,
        long openFen,
        long committedFen,
        long acceptedFen,
        long countedFen,
        long projectedFen,
        long shortfallFen,
        List<Month> months) {

    /** What was filed; the first one holds. */
    public record Filing(
            String canteen,
            String partner,
            long foodBudgetFen,
            int shareBasisPoints,
            long reservedFen,
            boolean late,
            String filedBy,
            Instant filedAt) {}

    /** What the orders of a month come to, and what of it counts. */
    public record Month(int month, long fen, long countedFen) {}

    /** What was filed last, if anything was. */
    public @Nullable Filing filed() {
        return filings.isEmpty() ? null : filings.getFirst();
    }
}
