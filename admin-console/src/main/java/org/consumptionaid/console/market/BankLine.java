package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that came in, and what it may be for, the likeliest first. */
public record BankLine(
        String id,
        String bankName,
        LocalDate bookedOn,
        long amountFen,
        long postedFen,
        String payerName,
        String payerAccount,
        String reference,
        String purpose,
        String state,
        @Nullable String finding,
        @Nullable String setAsideFor,
        long returnedFen,
        @Nullable String returnedFor,
        List<Candidate> candidates) {

    public record Candidate(
            String code,
            String buyerName,
            long dueFen,
            String finding,
            int certaintyPercent,
            boolean codeFits,
            boolean amountFits,
            boolean payerFits,
            List<Share> orders) {}

    public record Share(String orderId, String number, String supplierName, long dueFen) {}

    public long leftFen() {
        return amountFen - postedFen - returnedFen;
    }

    /** What the candidate's order of this index gets if they are filled one after another. */
    public long proposedFen(Candidate candidate, int index) {
        long before = candidate.orders().stream().limit(index).mapToLong(Share::dueFen).sum();
        long left = Math.max(0, leftFen() - before);
        boolean last = index == candidate.orders().size() - 1;
        return last ? left : Math.min(left, candidate.orders().get(index).dueFen());
    }
}
