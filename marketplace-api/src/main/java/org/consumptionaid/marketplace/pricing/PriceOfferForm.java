package org.consumptionaid.marketplace.pricing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price beside the product's own.
 *
 * @param buyerKind anybody if not said
 * @param minGrams from which quantity on, up to 1,000 t; 0 if not said
 * @param fenPerKg up to a million yuan
 * @param validFromOn its first day; today if not said
 * @param validToOn its last day; until it is ended if not said
 * @param priceReason why it lies above the ceiling, if it does
 */
public record PriceOfferForm(
        @Nullable BuyerKind buyerKind,
        @Nullable @Min(0) @Max(1_000_000_000) Long minGrams,
        @NotNull @Min(1) @Max(100_000_000) Long fenPerKg,
        @Nullable LocalDate validFromOn,
        @Nullable LocalDate validToOn,
        @Nullable @Size(max = 200) String priceReason) {

    BuyerKind buyerKindOrAny() {
        return Objects.requireNonNullElse(buyerKind, BuyerKind.ANY);
    }

    long minGramsOrNone() {
        return Objects.requireNonNullElse(minGrams, 0L);
    }
}
