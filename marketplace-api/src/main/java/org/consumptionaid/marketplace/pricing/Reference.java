package org.consumptionaid.marketplace.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What produce like this costs elsewhere.
 *
 * @param ceilingFenPerKg a price above it needs a reason
 * @param item what the market calls it
 * @param month the market's month, by its first day
 * @param sales how many paid order lines the median is of
 * @param firstOn the day of the first of them
 */
public record Reference(
        Kind kind,
        long fenPerKg,
        long ceilingFenPerKg,
        @Nullable String item,
        @Nullable String market,
        @Nullable String source,
        @Nullable LocalDate month,
        @Nullable Long sales,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn) {

    /** Where it is from. */
    public enum Kind {
        /** A wholesale market's price of the produce by name. */
        MARKET,
        /** The median of what was paid here for the category and grade. */
        PAID
    }
}
