package org.consumptionaid.marketplace.benefit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a household's land or herd can yield.
 *
 * @param season the year of the harvest
 * @param grams up to 1,000 t
 * @param evidence the paper the county found it in
 */
public record PlotForm(
        @NotBlank @Size(max = 60) String produce,
        @NotNull @Min(2000) @Max(2199) Integer season,
        @NotNull @Min(1) @Max(1_000_000_000L) Long grams,
        @NotBlank @Size(max = 60) String evidence) {}
