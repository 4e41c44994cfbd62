package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;

/** What a cooperative earned and was paid in a month. */
public record SettlementStatement(
        String organisationId,
        String organisationName,
        String month,
        long openingFen,
        long earnedFen,
        long correctionsFen,
        long paidOutFen,
        long closingFen,
        long interestFen,
        List<Line> lines) {

    public record Line(
            String entryId, Instant bookedAt, String kind, String orderNumber, long fen) {}
}
