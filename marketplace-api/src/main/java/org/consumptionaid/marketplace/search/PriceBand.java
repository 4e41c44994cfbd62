package org.consumptionaid.marketplace.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range of prices by the kilogram.
 *
 * @param fromFen inclusive
 * @param belowFen exclusive; none for the highest band
 */
record PriceBand(long fromFen, @Nullable Long belowFen) {
    static final List<PriceBand> ALL =
            List.of(
                    new PriceBand(0, 500L),
                    new PriceBand(500, 1_000L),
                    new PriceBand(1_000, 2_000L),
                    new PriceBand(2_000, 5_000L),
                    new PriceBand(5_000, 10_000L),
                    new PriceBand(10_000, null));

    /** Its name in requests and answers: {@code 500-1000}, {@code 10000-}. */
    String key() {
        return fromFen + "-" + (belowFen == null ? "" : belowFen);
    }

    static Optional<PriceBand> of(String key) {
        return ALL.stream().filter(band -> band.key().equals(key)).findFirst();
    }
}
