package org.consumptionaid.marketplace.catalog;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which parked products to send to the index again.
 *
 * @param productIds none: the longest parked ones, up to {@value #MOST_PRODUCTS}
 */
public record Replay(@Nullable @Size(max = Replay.MOST_PRODUCTS) List<UUID> productIds) {
    static final int MOST_PRODUCTS = 500;

    /** How many are on their way. */
    public record Begun(long replayed) {}
}
