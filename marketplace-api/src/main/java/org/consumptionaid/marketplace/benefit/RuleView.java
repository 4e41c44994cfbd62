package org.consumptionaid.marketplace.benefit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a benefit rule.
 *
 * @param productId the product it is for; none: all products without one of their own
 */
public record RuleView(
        UUID id,
        @Nullable UUID productId,
        @Nullable String productName,
        int version,
        Instant validFrom,
        List<Part> parts) {
    /**
     * A mode's share.
     *
     * @param ofHundredYuanFen what it would get of 100 yuan
     */
    public record Part(Mode mode, int basisPoints, long ofHundredYuanFen) {}
}
