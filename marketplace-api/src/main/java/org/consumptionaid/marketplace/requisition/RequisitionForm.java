package org.consumptionaid.marketplace.requisition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.ordering.PlaceOrders;
import org.consumptionaid.marketplace.ordering.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: 1 to 200 lines, each product once.
 *
 * @param unitId the caller's own unit if not said
 * @param terms goods first if not said
 */
record RequisitionForm(
        @Nullable UUID unitId,
        @NotBlank @Size(max = 500) String purpose,
        @Nullable UUID budgetLineId,
        @NotEmpty @Size(max = 200) List<PlaceOrders.@Valid @NotNull Line> lines,
        @Nullable Terms terms,
        @Nullable @Size(max = 200) String deliverTo,
        @Nullable LocalDate deliverOn,
        @Nullable @Size(max = 500) String note) {

    Terms termsOrDefault() {
        return Objects.requireNonNullElse(terms, Terms.GOODS_FIRST);
    }

    String deliverToOrNone() {
        return Objects.requireNonNullElse(deliverTo, "");
    }

    String noteOrNone() {
        return Objects.requireNonNullElse(note, "");
    }

    List<Wanted> wanted() {
        return lines.stream().map(line -> new Wanted(line.productId(), line.quantity())).toList();
    }

    boolean namesAProductTwice() {
        return lines.stream().map(PlaceOrders.Line::productId).distinct().count() < lines.size();
    }
}
