package org.consumptionaid.marketplace.requisition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a requisition. */
public record RequisitionEvent(
        Instant at, RequisitionAction action, @Nullable String personName, String note) {}
