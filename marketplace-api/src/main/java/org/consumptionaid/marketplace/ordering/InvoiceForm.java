package org.consumptionaid.marketplace.ordering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceAmountDiffers;
import org.consumptionaid.marketplace.ordering.OrderingRefusal.InvoiceTaxTooMuch;
import org.jspecify.annotations.Nullable;

/**
 * A VAT invoice as it was issued.
 *
 * @param number 8 digits, or the 20 of an electronic one
 * @param code of one with 8 digits
 * @param totalFen tax included
 * @param attachment its file
 */
record InvoiceForm(
        @NotNull @Pattern(regexp = InvoicePaper.NUMBER) String number,
        @Nullable @Pattern(regexp = InvoicePaper.CODE) String code,
        @NotNull LocalDate issuedOn,
        @NotNull @Min(1) @Max(100_000_000_000L) Long totalFen,
        @NotNull @Min(0) @Max(100_000_000_000L) Long taxFen,
        @NotNull UUID attachment) {

    InvoicePaper paper() {
        return new InvoicePaper(number, Objects.requireNonNullElse(code, ""), issuedOn, attachment);
    }

    /** Refuses another sum than what is accepted, and more tax than it can hold. */
    InvoiceForm requireSum(long acceptedFen) {
        if (totalFen != acceptedFen) {
            throw new InvoiceAmountDiffers(acceptedFen).asException();
        }
        if (taxFen >= totalFen) {
            throw new InvoiceTaxTooMuch().asException();
        }
        return this;
    }
}
