package org.consumptionaid.marketplace.bureau;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A school whose meals a bureau plans.
 *
 * @param fenPerPupilDay what the food of a pupil's day may cost, 1 to 100,000
 * @param suppliersPerDay at most so many cooperatives deliver on one day, 1 to 50
 */
public record CanteenForm(
        @NotBlank @Size(max = 18) String creditCode,
        @NotNull @Min(1) @Max(100_000) Long fenPerPupilDay,
        @NotNull @Min(1) @Max(50) Integer suppliersPerDay) {}
