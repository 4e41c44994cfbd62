package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a cooperative earned and was paid in a month, as the ledger has it. Opening plus earned plus
 * corrections less paid out is closing: what the platform owes it when the month ends.
 *
 * @param correctionsFen what was taken from earnings again, so mostly negative
 * @param paidOutFen less what the bank sent back
 * @param interestFen what overdue buyers came to owe the cooperative; no money of the platform
 */
public record SettlementStatement(
        UUID organisationId,
        String organisationName,
        YearMonth month,
        long openingFen,
        long earnedFen,
        long correctionsFen,
        long paidOutFen,
        long closingFen,
        long interestFen,
        List<Line> lines) {

    /** What an entry of the ledger changed. */
    public enum Kind {
        EARNED,
        CORRECTION,
        PAID_OUT,
        /** The bank sent it back. */
        PAYOUT_RETURNED,
        /** Stands beside the account: the buyer owes it. */
        INTEREST
    }

    /**
     * One entry.
     *
     * @param fen what the platform owes the cooperative more (+) or less (−) by it
     */
    public record Line(UUID entryId, Instant bookedAt, Kind kind, String orderNumber, long fen) {}
}
