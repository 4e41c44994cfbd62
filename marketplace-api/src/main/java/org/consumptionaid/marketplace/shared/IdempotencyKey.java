package org.consumptionaid.marketplace.shared;

import org.jspecify.annotations.Nullable;

/**
 * The caller's name for one act of creating or paying: 1 to 200 characters, remembered for 24
 * hours.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    /** Characters. */
    public static final int LONGEST = 200;

    /**
     * The key of a request's header.
     *
     * @throws RefusedException {@link SharedRefusal.IdempotencyKeyMissing}, {@link
     *     SharedRefusal.IdempotencyKeyInvalid}
     */
    public static IdempotencyKey of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new SharedRefusal.IdempotencyKeyMissing().asException();
        }
        if (header.length() > LONGEST) {
            throw new SharedRefusal.IdempotencyKeyInvalid().asException();
        }
        return new IdempotencyKey(header);
    }
}
