package org.consumptionaid.marketplace.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many packages of a line leave now. */
public record PackedLine(
        @NotNull @Min(1) @Max(200) Integer line, @NotNull @Min(1) @Max(100_000) Long quantity) {}
