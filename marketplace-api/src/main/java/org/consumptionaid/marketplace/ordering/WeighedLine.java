package org.consumptionaid.marketplace.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What the scale said of a line, up to 100,000 t. */
public record WeighedLine(
        @NotNull @Min(1) @Max(200) Integer line,
        @NotNull @Min(0) @Max(100_000_000_000L) Long acceptedGrams) {}
