package org.consumptionaid.marketplace.requisition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who decides for whom, from a day to a day, both included.
 *
 * @param approver who is away; the caller if not said
 */
record DelegationForm(
        @Nullable @Size(max = 40) String approver,
        @NotBlank @Size(max = 40) String delegate,
        @NotNull LocalDate from,
        @NotNull LocalDate to) {}
