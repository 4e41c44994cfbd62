package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order's own row. */
record OrderHead(
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
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note,
        Instant placedAt,
        @Nullable LocalDate dueOn,
        @Nullable String invoiceNumber,
        boolean complaintOpen,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        @Nullable String requisitionNumber,
        @Nullable UUID budgetLineId,
        long version) {

    OrderFacts facts() {
        return new OrderFacts(state, terms, totalFen, acceptedFen, paidFen)
                .withComplaint(complaintOpen);
    }

    LineWeight ordered(OrderLineView line) {
        return new LineWeight(
                line.line(),
                0,
                WeightKind.ORDERED,
                line.quantity(),
                line.orderedGrams(),
                "",
                placedAt,
                buyerName);
    }

    OrderView view(
            List<OrderLineView> lines,
            List<LineWeight> weights,
            List<ComingHome> comingHome,
            List<OrderEventView> events,
            List<OfferedAction> actions) {
        return new OrderView(
                id,
                number,
                purchaseId,
                state,
                channel,
                terms,
                buyerId,
                buyerName,
                supplierId,
                supplierName,
                totalFen,
                acceptedFen,
                paidFen,
                facts().dueFen(),
                facts().refundableFen(),
                deliverTo,
                deliverOn,
                note,
                placedAt,
                dueOn,
                invoiceNumber,
                replaces,
                replacedBy,
                requisitionNumber,
                version,
                lines,
                weights,
                comingHome,
                events,
                actions);
    }
}
