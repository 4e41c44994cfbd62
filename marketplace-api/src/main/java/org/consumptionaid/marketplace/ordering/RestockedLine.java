package org.consumptionaid.marketplace.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What the cooperative says of refused goods of a line that are home.
 *
 * @param packages how many of them can be sold again; the rest is written off
 */
public record RestockedLine(
        @NotNull @Min(1) @Max(200) Integer line, @NotNull @Min(0) @Max(100_000) Long packages) {}
