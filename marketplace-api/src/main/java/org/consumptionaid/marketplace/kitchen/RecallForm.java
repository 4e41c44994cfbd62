package org.consumptionaid.marketplace.kitchen;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** What shall not be eaten: lots of a product shipped on these days, and why. */
record RecallForm(
        @NotNull UUID productId,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank @Size(max = 500) String reason) {}
