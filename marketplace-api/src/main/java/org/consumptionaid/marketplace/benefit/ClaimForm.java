package org.consumptionaid.marketplace.benefit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a household is to be owed, by mode: kilograms of a lot (purchase), hours (wage), a
 * contract's sum for a time (dividend, land rent).
 *
 * @param evidence number of the weighing slip, time sheet or contract
 * @param lot number of the lot the kilograms are in
 * @param plotId where they grew
 * @param grams up to 1,000 t
 * @param fenPerKg up to 10,000 yuan
 * @param minutes worked between the two moments, which are 31 days apart at most
 * @param fenPerHour up to 1,000 yuan
 * @param contractFen up to a million yuan
 */
public record ClaimForm(
        @NotBlank @Size(max = 20) String household,
        @NotNull Mode mode,
        @NotBlank @Size(max = 60) String evidence,
        @Nullable @Size(max = 20) String lot,
        @Nullable UUID plotId,
        @Nullable @Min(1) @Max(1_000_000_000L) Long grams,
        @Nullable @Min(1) @Max(1_000_000) Long fenPerKg,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Min(1) @Max(44_640) Long minutes,
        @Nullable @Min(1) @Max(100_000) Long fenPerHour,
        @Nullable @Min(1) @Max(100_000_000) Long contractFen) {
    private static final long MOST_WORKING_DAYS = 31;
    private static final long MOST_CONTRACT_DAYS = 3_660;

    /** Whether it has what its mode needs and nothing else. */
    boolean isComplete() {
        boolean purchase = all(lot, plotId, grams, fenPerKg);
        boolean wage = all(minutes, fenPerHour);
        return switch (mode) {
            case PURCHASE -> purchase && none(from, to, minutes, fenPerHour, contractFen);
            case WAGE ->
                    wage
                            && none(lot, plotId, grams, fenPerKg, contractFen)
                            && lasts(MOST_WORKING_DAYS);
            case DIVIDEND, LAND_RENT ->
                    contractFen != null
                            && none(lot, plotId, grams, fenPerKg, minutes, fenPerHour)
                            && lasts(MOST_CONTRACT_DAYS);
            case MARGIN, PACKING, FREIGHT -> false;
        };
    }

    /** Whether more time was worked than passed. */
    boolean worksMoreThanTheCalendar() {
        return minutes != null
                && from != null
                && to != null
                && minutes > ChronoUnit.MINUTES.between(from, to);
    }

    /** What it will be worth, rounded down, in fen. */
    long worthFen() {
        return switch (mode) {
            case PURCHASE -> orZero(grams) * orZero(fenPerKg) / 1_000;
            case WAGE -> orZero(minutes) * orZero(fenPerHour) / 60;
            case DIVIDEND, LAND_RENT, MARGIN, PACKING, FREIGHT -> orZero(contractFen);
        };
    }

    private boolean lasts(long mostDays) {
        return from != null
                && to != null
                && from.isBefore(to)
                && ChronoUnit.DAYS.between(from, to) <= mostDays;
    }

    private static long orZero(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }

    private static boolean all(@Nullable Object... values) {
        return Stream.of(values).allMatch(Objects::nonNull);
    }

    private static boolean none(@Nullable Object... values) {
        return Stream.of(values).allMatch(Objects::isNull);
    }
}
