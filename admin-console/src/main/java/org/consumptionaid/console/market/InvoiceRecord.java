package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A VAT invoice about an order; a red one has negative sums. */
public record InvoiceRecord(
        String id,
        String number,
        String code,
        LocalDate issuedOn,
        long totalFen,
        long taxFen,
        @Nullable String reverses,
        @Nullable String reversedBy,
        String reason,
        String attachmentId,
        String fileName,
        Instant recordedAt) {}
