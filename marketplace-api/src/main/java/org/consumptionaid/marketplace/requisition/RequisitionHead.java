package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.PlaceOrders;
import org.consumptionaid.marketplace.ordering.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A requisition's own row.
 *
 * @param budgetLine code and name
 * @param level whose turn it is; 0 before anybody's
 * @param dueAt until when somebody has to decide
 */
public record RequisitionHead(
        UUID id,
        String number,
        UUID unitId,
        String unitName,
        UUID personId,
        String personName,
        int fiscalYear,
        String purpose,
        @Nullable UUID budgetLineId,
        @Nullable String budgetLine,
        RequisitionState state,
        long totalFen,
        Terms terms,
        String deliverTo,
        @Nullable LocalDate deliverOn,
        String note,
        int level,
        @Nullable Instant dueAt,
        Instant madeAt,
        @Nullable Instant submittedAt,
        @Nullable UUID purchaseId,
        int lineCount,
        String firstProduct,
        long version) {

    PlaceOrders order(List<RequisitionLine> lines) {
        return new PlaceOrders(
                lines.stream()
                        .map(line -> new PlaceOrders.Line(line.productId(), line.quantity()))
                        .toList(),
                terms,
                deliverTo,
                deliverOn,
                note,
                budgetLineId);
    }
}
