package org.consumptionaid.marketplace.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a complaint (贷项通知单). It never changes.
 *
 * @param invoiceNumber of the invoice it corrects; none if there was none then
 */
public record CreditNote(
        String number,
        @Nullable String invoiceNumber,
        long fen,
        List<Line> lines,
        Instant issuedAt) {

    /**
     * What comes off a line.
     *
     * @param grams that went back; 0 if the goods were kept
     */
    public record Line(int line, String name, long grams, long fen) {}
}
