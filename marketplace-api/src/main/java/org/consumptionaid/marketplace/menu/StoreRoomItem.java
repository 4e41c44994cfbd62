package org.consumptionaid.marketplace.menu;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** What is in the store room of an ingredient: 0 to 1,000 tonnes, in grams. */
record StoreRoomItem(
        @NotBlank String ingredient, @NotNull @Min(0) @Max(1_000_000_000) Long grams) {}
