package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one rule asks of a requisition. Those of one level run side by side.
 *
 * @param needed how many have to agree
 * @param dueAt none until it is the level's turn
 */
public record ApprovalStage(
        int stage, int level, int needed, @Nullable Instant dueAt, @Nullable Instant agreedAt) {}
