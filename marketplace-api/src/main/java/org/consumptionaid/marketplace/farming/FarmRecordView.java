package org.consumptionaid.marketplace.farming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A production record.
 *
 * @param correctedBy the record that stands for this one
 */
record FarmRecordView(
        UUID id,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        String plot,
        LocalDate doneOn,
        FarmOperation operation,
        String input,
        String source,
        String amount,
        @Nullable Integer intervalDays,
        String note,
        Instant recordedAt) {}
