package org.consumptionaid.marketplace.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who knows number and code of a registration is told.
 *
 * @param reason why it was refused; empty otherwise
 */
record RegistrationState(
        String number,
        String name,
        String state,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reason) {}
