package org.consumptionaid.marketplace.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a bank says came in, with what it may be for, the likeliest first.
 *
 * @param postedFen what of it is money for orders
 * @param finding none while nobody has looked
 */
public record BankLine(
        UUID id,
        String bankName,
        LocalDate bookedOn,
        long amountFen,
        long postedFen,
        String payerName,
        String payerAccount,
        String reference,
        String purpose,
        LineState state,
        @Nullable Finding finding,
        @Nullable String setAsideFor,
        long returnedFen,
        @Nullable String returnedFor,
        List<Candidate> candidates) {

    /** What has become of it. */
    public enum LineState {
        WAITING,
        POSTED,
        SET_ASIDE,
        /** What was left of it went back to the payer. */
        RETURNED
    }

    /** A bill it may be for. */
    public record Candidate(
            String code,
            String buyerName,
            long dueFen,
            Finding finding,
            int certaintyPercent,
            boolean codeFits,
            boolean amountFits,
            boolean payerFits,
            List<Share> orders) {}

    /** What is left to pay of one order. */
    public record Share(UUID orderId, String number, String supplierName, long dueFen) {}
}
