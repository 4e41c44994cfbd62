package org.consumptionaid.marketplace.complaint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What arrived of a line that goes back.
 *
 * @param grams on the cooperative's scale
 * @param packages how many of them can be sold again; none: no package
 */
record ReceivedLine(
        @NotNull @Min(1) @Max(200) Integer line,
        @NotNull @Min(0) @Max(100_000_000_000L) Long grams,
        @Nullable @Min(0) @Max(100_000) Long packages) {
    long packagesOrNone() {
        return packages == null ? 0 : packages;
    }
}
