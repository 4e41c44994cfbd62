package org.consumptionaid.marketplace.requisition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a unit may spend on something in a fiscal year. */
record BudgetForm(
        @NotNull Integer fiscalYear,
        @NotBlank @Size(max = 20) String code,
        @NotBlank @Size(max = 60) String name,
        @NotNull @Min(0) @Max(100_000_000_000_000L) Long amountFen) {}
