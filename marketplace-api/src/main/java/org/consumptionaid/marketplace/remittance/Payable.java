package org.consumptionaid.marketplace.remittance;

import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.Terms;
import org.jspecify.annotations.Nullable;

/**
 * An order that money can be taken for now.
 *
 * @param daysLeft until it is due, negative once it is overdue; none without a day
 */
public record Payable(
        UUID orderId,
        String number,
        Terms terms,
        String buyerName,
        String supplierName,
        long dueFen,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft) {}
