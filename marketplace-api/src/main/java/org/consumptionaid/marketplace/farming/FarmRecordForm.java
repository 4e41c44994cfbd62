package org.consumptionaid.marketplace.farming;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A production record.
 *
 * @param corrects the record this one stands for
 * @param input what was used, such as a pesticide's name
 * @param source where it was bought
 * @param amount as people write it, such as 30 克/亩
 * @param intervalDays the withholding interval of a treatment
 */
record FarmRecordForm(
        @Nullable UUID corrects,
        @NotBlank @Size(max = 40) String plot,
        @NotNull LocalDate doneOn,
        @NotNull FarmOperation operation,
        @Nullable @Size(max = 60) String input,
        @Nullable @Size(max = 60) String source,
        @Nullable @Size(max = 40) String amount,
        @Nullable @Min(0) @Max(365) Integer intervalDays,
        @Nullable @Size(max = 200) String note) {

    FarmRecordForm tidied() {
        return new FarmRecordForm(
                corrects,
                plot.strip(),
                doneOn,
                operation,
                text(input),
                text(source),
                text(amount),
                operation.isTreatment() ? intervalDays : null,
                text(note));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
