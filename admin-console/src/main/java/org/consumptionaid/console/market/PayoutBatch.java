package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pay-outs that go to the bank in one file; two people release it. */
public record PayoutBatch(
        String id,
        String number,
        String state,
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

    public record Payout(
            String id,
            String organisationName,
            String bankName,
            String accountEnding,
            long amountFen,
            @Nullable String bouncedFor,
            List<PaidOrder> orders) {}

    public record PaidOrder(String orderId, String number, long amountFen) {}
}
