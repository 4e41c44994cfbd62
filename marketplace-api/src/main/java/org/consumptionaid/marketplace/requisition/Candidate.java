package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import java.util.UUID;

/**
 * A voice the caller may perhaps give.
 *
 * @param own the caller is the approver; else only a delegation can make it the caller's
 * @param delegated a delegation to the caller holds today
 * @param delegatedEver one did or will
 * @param approverHolds the approver has the role still
 * @param callerHolds and so has the caller
 * @param spoken the caller has given a voice in this stage
 */
record Candidate(
        int stage,
        UUID approverId,
        boolean own,
        boolean delegated,
        boolean delegatedEver,
        boolean approverHolds,
        boolean callerHolds,
        boolean decided,
        boolean spoken,
        Instant dueAt) {}
