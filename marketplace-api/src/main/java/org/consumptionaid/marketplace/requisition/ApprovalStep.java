package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One approver's voice.
 *
 * @param left the approver holds the role no longer
 * @param decidedBy who said it; another than the approver spoke on the approver's behalf
 */
public record ApprovalStep(
        int stage,
        String approver,
        String approverName,
        boolean left,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        boolean onBehalf,
        @Nullable Instant decidedAt,
        String comment) {}
