package org.consumptionaid.console.benefit;

import java.time.Instant;
import java.time.LocalDateTime;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.frame.Formats;
import org.consumptionaid.console.market.Command.NewClaim;
import org.jspecify.annotations.Nullable;

/** A claim as it is typed: kilograms, yuan, hours, and moments in China. */
record ClaimForm(
        String household,
        String mode,
        @Nullable String evidence,
        @Nullable String lot,
        @Nullable String plotId,
        @Nullable String kilograms,
        @Nullable String yuanPerKg,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        @Nullable String hours,
        @Nullable String yuanPerHour,
        @Nullable String contractYuan) {

    private static final long MINUTES_PER_HOUR = 60;

    NewClaim command() {
        boolean purchase = mode.equals("PURCHASE");
        boolean wage = mode.equals("WAGE");
        return new NewClaim(
                household.strip(),
                mode,
                evidence == null ? "" : evidence,
                purchase ? lot : null,
                purchase ? plotId : null,
                purchase ? (Long) Amounts.grams("grams", kilograms) : null,
                purchase ? (Long) Amounts.fen("fenPerKg", yuanPerKg) : null,
                moment(from),
                moment(to),
                wage ? (Long) (Amounts.whole("minutes", hours) * MINUTES_PER_HOUR) : null,
                wage ? (Long) Amounts.fen("fenPerHour", yuanPerHour) : null,
                purchase || wage ? null : (Long) Amounts.fen("contractFen", contractYuan));
    }

    private static @Nullable Instant moment(@Nullable LocalDateTime at) {
        return at == null ? null : at.atZone(Formats.ZONE).toInstant();
    }
}
