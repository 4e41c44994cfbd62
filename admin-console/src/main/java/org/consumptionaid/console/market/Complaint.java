package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer complained about after acceptance; {@code actions} is what the reader may do now.
 */
public record Complaint(
        Head complaint,
        List<Line> lines,
        List<Attachment> attachments,
        List<Event> events,
        List<String> actions,
        @Nullable CreditNote creditNote) {

    /**
     * As lists show it.
     *
     * @param dueAt until when it is somebody's turn; none once it is decided
     */
    public record Head(
            String id,
            String number,
            String kind,
            String state,
            String orderId,
            String orderNumber,
            String buyerName,
            String supplierName,
            String reason,
            long fen,
            Instant askedAt,
            @Nullable Instant dueAt) {}

    /**
     * What is asked for of a line.
     *
     * @param grams what goes back; 0 if the goods are kept
     */
    public record Line(int line, String name, long unitGrams, long grams, long fen) {}

    /** A step that was taken; by no organisation if nobody took one in time. */
    public record Event(Instant at, String action, @Nullable String byOrganisation, String note) {}

    /** What came of it. */
    public record CreditNote(
            String number,
            @Nullable String invoiceNumber,
            long fen,
            List<Credited> lines,
            Instant issuedAt) {

        /**
         * What comes off a line.
         *
         * @param grams that went back; 0 if the goods were kept
         */
        public record Credited(int line, String name, long grams, long fen) {}
    }
}
