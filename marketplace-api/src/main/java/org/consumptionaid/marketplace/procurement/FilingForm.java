package org.consumptionaid.marketplace.procurement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a unit files for a year.
 *
 * @param partner the unit that files for a shared canteen, or the company that runs it
 * @param foodBudgetFen what its canteen buys in the year, up to 100 billion yuan
 */
record FilingForm(
        @NotNull @Min(2021) @Max(2100) Integer fiscalYear,
        @NotNull Canteen canteen,
        @Nullable @Size(max = 80) String partner,
        @NotNull @Min(0) @Max(10_000_000_000_000L) Long foodBudgetFen,
        @NotNull @Min(0) @Max(10_000) Integer shareBasisPoints) {
    String partnerOrNone() {
        return partner == null || !canteen.needsPartner() ? "" : partner.strip();
    }
}
