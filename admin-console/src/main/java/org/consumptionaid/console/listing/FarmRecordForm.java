package org.consumptionaid.console.listing;

import java.time.LocalDate;
import org.consumptionaid.console.frame.Amounts;
import org.consumptionaid.console.market.Command.NewFarmRecord;
import org.consumptionaid.console.market.FarmRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** A production record as it is typed. */
record FarmRecordForm(
        @Nullable String corrects,
        @Nullable String plot,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate doneOn,
        @Nullable String operation,
        @Nullable String input,
        @Nullable String source,
        @Nullable String amount,
        @Nullable String intervalDays,
        @Nullable String note) {

    static final FarmRecordForm EMPTY =
            new FarmRecordForm(null, null, null, "SOWING", null, null, null, null, null);

    static FarmRecordForm correcting(FarmRecord record) {
        Integer interval = record.intervalDays();
        return new FarmRecordForm(
                record.id(),
                record.plot(),
                record.doneOn(),
                record.operation(),
                record.input(),
                record.source(),
                record.amount(),
                interval == null ? null : interval.toString(),
                record.note());
    }

    /** {@link Amounts.Unreadable} if the interval is no number. */
    NewFarmRecord command() {
        return new NewFarmRecord(
                corrects == null || corrects.isBlank() ? null : corrects,
                plot,
                doneOn,
                operation,
                input,
                source,
                amount,
                intervalDays == null || intervalDays.isBlank()
                        ? null
                        : Amounts.whole("intervalDays", intervalDays),
                note);
    }
}
