package org.consumptionaid.marketplace.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One dated figure: in force from {@code validFrom} until, exclusively, {@code validTo}. */
record Rule(
        String code,
        String jurisdiction,
        Instant validFrom,
        @Nullable Instant validTo,
        long value) {
    private static final String NATIONAL = "CN";

    boolean applies(String wantedCode, Instant at) {
        return code.equals(wantedCode)
                && jurisdiction.equals(NATIONAL)
                && !at.isBefore(validFrom)
                && (validTo == null || at.isBefore(validTo));
    }
}
