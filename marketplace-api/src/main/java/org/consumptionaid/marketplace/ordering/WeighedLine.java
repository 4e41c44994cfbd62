package org.consumptionaid.marketplace.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer says of a line, up to 100,000 t.
 *
 * @param weighedGrams what the scale said; none: what is accepted, and nothing is refused by its
 *     weight unless nothing is accepted at all
 * @param reason why so much less is accepted than was shipped
 */
public record WeighedLine(
        @NotNull @Min(1) @Max(200) Integer line,
        @NotNull @Min(0) @Max(100_000_000_000L) Long acceptedGrams,
        @Nullable @Min(0) @Max(100_000_000_000L) Long weighedGrams,
        @Nullable @Size(max = 500) String reason) {

    WeighedLine(int line, long acceptedGrams) {
        this(line, acceptedGrams, null, null);
    }

    /** Turned away as it came, without a scale. A scale that says nothing saw nothing arrive. */
    boolean isTurnedAway() {
        return weighedGrams == null && acceptedGrams == 0;
    }

    long scaleGrams() {
        return weighedGrams == null ? acceptedGrams : weighedGrams;
    }

    String reasonOrNone() {
        return reason == null ? "" : reason.strip();
    }
}
