package org.consumptionaid.marketplace.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDv7: 48 bits of milliseconds and a 12-bit counter, so that the ids of one process stand
 * in the order they were made in, then 62 bits of chance.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next(Clock clock) {
        long now = clock.millis() << COUNTER_BITS;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((tick >>> COUNTER_BITS) << 16) | VERSION | (tick & COUNTER_MASK);
        return new UUID(high, (RANDOM.nextLong() >>> 2) | VARIANT);
    }
}
