package org.consumptionaid.marketplace.procurement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to count for another unit.
 *
 * @param unitAt when that unit agreed
 * @param operatorAt when the operator agreed
 * @param waitsForCaller whether the caller is to say yes or no
 */
public record CorrectionView(
        UUID id,
        UUID orderId,
        String orderNumber,
        String fromUnit,
        String toUnit,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Instant unitAt,
        @Nullable Instant operatorAt,
        State state,
        String refusedFor,
        boolean waitsForCaller) {

    /** How it stands. */
    public enum State {
        ASKED,
        DONE,
        REFUSED
    }
}
