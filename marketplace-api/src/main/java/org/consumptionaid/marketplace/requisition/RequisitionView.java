package org.consumptionaid.marketplace.requisition;

import java.util.List;
import java.util.UUID;

/** A requisition with its lines, its chain, its history and what the asking person may do now. */
public record RequisitionView(
        RequisitionHead requisition,
        List<RequisitionLine> lines,
        List<ApprovalStage> stages,
        List<ApprovalStep> steps,
        List<RequisitionEvent> events,
        List<Ordered> orders,
        List<OfferedStep> actions) {
    /** What it became. */
    public record Ordered(UUID id, String number, String supplierName, long totalFen) {}
}
