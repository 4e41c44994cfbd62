package org.consumptionaid.marketplace.requisition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what amount of the year who has to agree.
 *
 * @param category with all below it; whatever is bought if not said
 * @param approvers usernames
 * @param needed how many of them
 * @param hours to answer
 */
record RuleForm(
        @Nullable @Size(max = 40) String category,
        @NotNull @Min(0) @Max(100_000_000_000_000L) Long fromFen,
        @NotNull @Min(1) @Max(5) Integer level,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> approvers,
        @NotNull @Min(1) @Max(20) Integer needed,
        @NotNull @Min(1) @Max(720) Integer hours) {
    List<String> names() {
        return approvers.stream().map(String::strip).distinct().toList();
    }
}
