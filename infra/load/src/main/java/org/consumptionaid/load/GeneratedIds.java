package org.consumptionaid.load;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** UUIDv7 in rising order that a seed decides: a thousand in each second from a fixed day. */
final class GeneratedIds {
    static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final int CHANCE_BITS = 12;

    private final Random random;
    private long millis = FIRST_DAY.toEpochMilli();

    GeneratedIds(Random random) {
        this.random = random;
    }

    UUID next() {
        long high = (millis++ << 16) | VERSION | random.nextInt(1 << CHANCE_BITS);
        return new UUID(high, (random.nextLong() >>> 2) | VARIANT);
    }
}
