package org.consumptionaid.marketplace.ordering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cart as it would be ordered now, by cooperative. */
public record CartView(List<SupplierPart> suppliers, long totalFen, long quantity) {
    /** What becomes one order. */
    public record SupplierPart(
            UUID organisationId, String organisationName, long totalFen, List<CartLine> lines) {}

    /**
     * A product in the cart.
     *
     * @param problem why the line cannot be ordered now, in the caller's language; none if it can
     */
    public record CartLine(
            UUID productId,
            String name,
            String countyName,
            String category,
            String unit,
            long netWeightGrams,
            long priceFen,
            long quantity,
            long available,
            long totalFen,
            @Nullable String problem) {}
}
