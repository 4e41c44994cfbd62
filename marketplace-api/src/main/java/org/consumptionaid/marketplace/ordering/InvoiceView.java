package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was recorded.
 *
 * @param code empty for one with 20 digits
 * @param totalFen tax included; negative for a red one
 * @param reverses the number of the invoice that a red one reverses
 * @param reversedBy the number of the red one that reverses this one
 * @param sha256 of its file
 */
public record InvoiceView(
        UUID id,
        String number,
        String code,
        LocalDate issuedOn,
        long totalFen,
        long taxFen,
        @Nullable String reverses,
        @Nullable String reversedBy,
        String reason,
        UUID attachmentId,
        String fileName,
        String contentType,
        String sha256,
        Instant recordedAt) {

    /** The one that counts. */
    public boolean isStanding() {
        return totalFen > 0 && reversedBy == null;
    }
}
