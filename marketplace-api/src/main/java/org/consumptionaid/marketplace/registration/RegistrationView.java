package org.consumptionaid.marketplace.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration as the operator sees it.
 *
 * @param state {@code WAITING}, {@code APPROVED} or {@code REFUSED}
 * @param accountEnding the last four digits; the number itself is shown to nobody
 */
record RegistrationView(
        UUID id,
        String number,
        RegisteringKind kind,
        String name,
        String creditCode,
        String countyCode,
        String countyName,
        String province,
        String bankName,
        String accountEnding,
        String contactName,
        String contactPhone,
        String username,
        String state,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reason) {}
