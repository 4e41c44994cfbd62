package org.consumptionaid.console.bureau;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.consumptionaid.console.frame.Formats;

/** Weeks as people there count them: from Monday, by the clock of Shanghai. */
final class Weeks {
    private Weeks() {}

    static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }

    static LocalDate next() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
