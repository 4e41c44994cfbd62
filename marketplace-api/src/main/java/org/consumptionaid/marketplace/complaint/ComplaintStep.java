package org.consumptionaid.marketplace.complaint;

import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;

/** A step somebody takes; nobody if the platform takes it because a time is over. */
record ComplaintStep(ComplaintAction action, @Nullable Caller by, String note) {
    @Nullable UUID personId() {
        return by == null ? null : by.personId();
    }

    @Nullable UUID organisationId() {
        return by == null ? null : by.organisationId();
    }
}
