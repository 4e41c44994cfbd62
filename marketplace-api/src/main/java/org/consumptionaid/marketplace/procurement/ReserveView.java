package org.consumptionaid.marketplace.procurement;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit's reserved share in a year.
 *
 * @param leastBasisPoints the share by the rule in force
 * @param dueOn until when it is to be filed
 * @param filings what was filed, the one that holds first
 * @param openFen filed and in no order yet; below zero if more is ordered
 * @param countedFen accepted and paid: only this counts
 * @param projectedFen what will be ordered in the whole year if it goes on as it began
 * @param shortfallFen of what is filed beyond that
 * @param months of what was ordered, January first
 */
public record ReserveView(
        int fiscalYear,
        long leastBasisPoints,
        LocalDate dueOn,
        List<FilingView> filings,
        long openFen,
        long committedFen,
        long acceptedFen,
        long countedFen,
        long projectedFen,
        long shortfallFen,
        List<Month> months) {

    /** What the orders of a month come to, and what of it counts. */
    public record Month(int month, long fen, long countedFen) {}
}
