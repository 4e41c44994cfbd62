package org.consumptionaid.marketplace.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that was taken; by no organisation if the platform took it. */
public record OrderEventView(
        Instant at,
        OrderAction action,
        OrderState from,
        OrderState to,
        @Nullable String byOrganisation,
        String note) {}
