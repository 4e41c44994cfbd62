package org.consumptionaid.marketplace.benefit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a cooperative's rule.
 *
 * @param validFrom the first day it holds; from now on if none is given
 * @param parts that make 10,000 basis points, each mode at most once
 */
public record RuleForm(
        @Nullable UUID productId,
        @Nullable LocalDate validFrom,
        @NotEmpty @Size(max = 7) List<@Valid @NotNull Share> parts) {
    public record Share(@NotNull Mode mode, @NotNull @Min(1) @Max(10_000) Integer basisPoints) {}

    boolean isWhole() {
        return parts.stream().mapToInt(Share::basisPoints).sum() == BenefitRules.WHOLE
                && parts.stream().map(Share::mode).distinct().count() == parts.size();
    }
}
