package org.consumptionaid.marketplace.bureau;

import java.time.LocalDate;
import java.util.UUID;

/** A plan somebody works on. */
record PlanJob(UUID id, UUID bureauId, LocalDate weekStart, UUID askedBy) {}
