package org.consumptionaid.marketplace.certification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * What a cooperative's produce of a season can weigh, and why: so many mu or head, each giving so
 * much.
 *
 * @param to its last day
 * @param amountHundredths hundredths of a mu or of a head
 * @param gramsPerUnit what one mu or one head gives in the season
 */
record SeasonClaim(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull SeasonBasis basis,
        @Min(1) @Max(1_000_000_000) long amountHundredths,
        @Min(1) @Max(100_000_000) long gramsPerUnit) {
    private static final int MOST_DAYS = 366;

    boolean isInOrder() {
        return !to.isBefore(from) && to.isBefore(from.plusDays(MOST_DAYS));
    }

    boolean overlaps(SeasonClaim other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
