package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;

/** A step somebody takes with an order; by nobody if the platform takes it on what Stripe says. */
record OrderStep(OrderAction action, @Nullable Caller by, String note) {
    @Nullable UUID personId() {
        return by == null ? null : by.personId();
    }

    @Nullable UUID organisationId() {
        return by == null ? null : by.organisationId();
    }
}
