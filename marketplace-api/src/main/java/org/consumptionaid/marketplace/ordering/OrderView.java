package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with its lines, its history and what the asking person may do now.
 *
 * @param acceptedFen worth of what was accepted; none before acceptance
 * @param dueFen what is left to pay
 * @param weights what became of each line's weight, line by line, oldest first
 * @param comingHome what the buyer refused and the cooperative has not taken home yet
 * @param replaces the order that was changed into this one
 * @param replacedBy the order that this one was changed into
 * @param requisitionNumber of the requisition that was approved for it
 * @param refundableFen what was paid beyond what is owed
 */
public record OrderView(
        UUID id,
        String number,
        UUID purchaseId,
        OrderState state,
        Channel channel,
        Terms terms,
        UUID buyerId,
        String buyerName,
        UUID supplierId,
        String supplierName,
        long totalFen,
        @Nullable Long acceptedFen,
        long paidFen,
        long dueFen,
        long refundableFen,
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note,
        Instant placedAt,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNumber,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        @Nullable String requisitionNumber,
        long version,
        List<OrderLineView> lines,
        List<LineWeight> weights,
        List<ComingHome> comingHome,
        List<OrderEventView> events,
        List<OfferedAction> actions) {}
