package org.consumptionaid.marketplace.school;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Pupils of an age group who eat, 0 to 20,000. */
public record HeadCount(@NotNull AgeGroup ageGroup, @NotNull @Min(0) @Max(20_000) Integer pupils) {}
