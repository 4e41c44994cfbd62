package org.consumptionaid.console.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a cooperative's rule of who gets what of an order line. */
public record BenefitRule(
        String id,
        @Nullable String productId,
        @Nullable String productName,
        int version,
        Instant validFrom,
        List<Part> parts) {

    public record Part(String mode, int basisPoints, long ofHundredYuanFen) {}
}
