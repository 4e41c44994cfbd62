package org.consumptionaid.marketplace.settlement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pay-outs that go to the bank in one file.
 *
 * @param number begins with B
 * @param sha256 of the file's bytes, in small hexadecimal digits
 * @param firstReleaseBy the name of who released it first; the second is always somebody else
 * @param payouts none in a list of batches
 */
public record PayoutBatch(
        UUID id,
        String number,
        State state,
        long totalFen,
        long cooperatives,
        String sha256,
        String preparedBy,
        Instant preparedAt,
        @Nullable String firstReleaseBy,
        @Nullable Instant firstReleaseAt,
        @Nullable String secondReleaseBy,
        @Nullable Instant secondReleaseAt,
        @Nullable String cancelledFor,
        List<Payout> payouts) {

    /** How far a batch is. */
    public enum State {
        PREPARED,
        RELEASED,
        CANCELLED
    }

    /**
     * What one cooperative gets.
     *
     * @param bouncedFor why the bank sent it back; none while it stands
     */
    public record Payout(
            UUID id,
            String organisationName,
            String bankName,
            String accountEnding,
            long amountFen,
            @Nullable String bouncedFor,
            List<PaidOrder> orders) {}

    /** An order's part of a pay-out. */
    public record PaidOrder(UUID orderId, String number, long amountFen) {}
}
