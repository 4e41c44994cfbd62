package org.consumptionaid.marketplace.kitchen;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What was noticed, when, and how many fell ill. */
record IncidentForm(
        @NotNull Instant noticedAt,
        @NotNull @Min(0) @Max(100_000) Integer ill,
        @NotBlank @Size(max = 1000) String what) {}
