package org.consumptionaid.marketplace.ordering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Produce of any number of cooperatives to order together: 1 to 200 lines, each product once.
 *
 * @param terms goods first if not said
 * @param budgetLineId what pays for it, where the unit keeps budget lines
 */
public record PlaceOrders(
        @NotEmpty @Size(max = 200) List<@Valid @NotNull Line> lines,
        @Nullable Terms terms,
        @Nullable @Size(max = 200) String deliverTo,
        @Nullable LocalDate deliverOn,
        @Nullable @Size(max = 500) String note,
        @Nullable UUID budgetLineId) {

    /** A number of packages, 1 to 100,000. */
    public record Line(@NotNull UUID productId, @NotNull @Min(1) @Max(100_000) Long quantity) {}

    Terms termsOrDefault() {
        return terms == null ? Terms.GOODS_FIRST : terms;
    }

    List<Wanted> wanted() {
        return lines.stream().map(line -> new Wanted(line.productId(), line.quantity())).toList();
    }

    boolean namesAProductTwice() {
        return lines.stream().map(Line::productId).distinct().count() < lines.size();
    }
}
