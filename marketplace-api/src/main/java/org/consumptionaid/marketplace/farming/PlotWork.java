package org.consumptionaid.marketplace.farming;

import org.jspecify.annotations.Nullable;

/**
 * What matters of a record to the withholding interval.
 *
 * @param day days since the epoch
 */
record PlotWork(FarmOperation operation, long day, @Nullable Integer intervalDays) {
    /** The first day on which may be harvested after it. */
    long harvestFrom() {
        return intervalDays == null ? day : day + intervalDays;
    }
}
