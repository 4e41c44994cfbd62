package org.consumptionaid.marketplace.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param attachments evidence: photographs, a laboratory's report
 * @param lines each line of the order once
 */
record ComplaintForm(
        @NotNull ComplaintKind kind,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(max = 10) Set<@NotNull UUID> attachments,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull Line> lines) {

    /**
     * What is asked for of a line.
     *
     * @param grams what goes back, for a return
     * @param fen what comes off, for an allowance
     */
    record Line(
            @NotNull @Min(1) @Max(200) Integer line,
            @Nullable @Min(1) @Max(100_000_000_000L) Long grams,
            @Nullable @Min(1) @Max(100_000_000_000L) Long fen) {}

    Set<UUID> attachmentsOrNone() {
        return attachments == null ? Set.of() : attachments;
    }
}
