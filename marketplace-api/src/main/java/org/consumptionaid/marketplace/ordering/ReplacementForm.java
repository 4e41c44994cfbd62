package org.consumptionaid.marketplace.ordering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The red invoice that reverses an order's, and what takes its place.
 *
 * @param invoice none where nothing is left of what was accepted
 */
record ReplacementForm(
        @NotNull @Valid Red red,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Valid InvoiceForm invoice) {

    /** A red invoice; its sums are those of the one it reverses. */
    record Red(
            @NotNull @Pattern(regexp = InvoicePaper.NUMBER) String number,
            @Nullable @Pattern(regexp = InvoicePaper.CODE) String code,
            @NotNull LocalDate issuedOn,
            @NotNull UUID attachment) {
        InvoicePaper paper() {
            return new InvoicePaper(
                    number, Objects.requireNonNullElse(code, ""), issuedOn, attachment);
        }
    }
}
