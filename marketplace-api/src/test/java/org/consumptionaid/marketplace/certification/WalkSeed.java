package org.consumptionaid.marketplace.certification;

import java.util.concurrent.ThreadLocalRandom;

/** Another walk in every run; {@code -Dseed=} repeats one that failed. */
final class WalkSeed {
    private WalkSeed() {}

    static long next() {
        return Long.getLong("seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
    }
}
