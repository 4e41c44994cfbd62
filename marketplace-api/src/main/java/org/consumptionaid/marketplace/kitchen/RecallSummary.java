package org.consumptionaid.marketplace.kitchen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recall.
 *
 * @param lots of those the caller may see
 * @param answeredAt when the caller's organisation said what it did; none: it has not
 */
public record RecallSummary(
        UUID id,
        String number,
        UUID productId,
        String productName,
        String supplierName,
        LocalDate shippedFrom,
        LocalDate shippedTo,
        String reason,
        Instant openedAt,
        long lots,
        @Nullable Instant answeredAt) {}
