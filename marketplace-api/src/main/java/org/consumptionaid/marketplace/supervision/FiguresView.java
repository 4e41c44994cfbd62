package org.consumptionaid.marketplace.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a month came to.
 *
 * @param month {@code 2026-10}; over, so that its figures never change again
 * @param seal the last seal over what was counted; none if nothing was
 * @param fewestHouseholds figures of fewer are held back
 */
public record FiguresView(
        String month,
        @Nullable Long seal,
        @Nullable String sealHash,
        long fewestHouseholds,
        List<Row> rows) {
    /**
     * A figure.
     *
     * @param measure TURNOVER, or the mode by which households received
     * @param countyCode none: all counties together
     * @param households reached; none if the figure is held back, and so {@code fen}
     */
    public record Row(
            String measure,
            @Nullable String countyCode,
            @Nullable String countyName,
            @Nullable Long households,
            @Nullable Long fen) {}
}
