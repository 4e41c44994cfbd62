package org.consumptionaid.console.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was done on the land for a product; another record may stand for it. */
public record FarmRecord(
        String id,
        @Nullable String corrects,
        @Nullable String correctedBy,
        String plot,
        LocalDate doneOn,
        String operation,
        String input,
        String source,
        String amount,
        @Nullable Integer intervalDays,
        String note) {}
