package org.consumptionaid.console.market;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person put together, grouped by the cooperative it comes from. */
public record Cart(List<Supplier> suppliers, long totalFen, long quantity) {

    /** The part of a cart that becomes one order. */
    public record Supplier(
            String organisationId, String organisationName, long totalFen, List<Line> lines) {}

    /** So many packages of a product; {@code problem} says why it cannot be ordered now. */
    public record Line(
            String productId,
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

    /** How many packages of the product are in the cart, 0 if none. */
    public long quantityOf(String productId) {
        return lines().filter(line -> line.productId().equals(productId))
                .mapToLong(Line::quantity)
                .sum();
    }

    public boolean hasProblem() {
        return lines().anyMatch(line -> line.problem() != null);
    }

    private Stream<Line> lines() {
        return suppliers.stream().flatMap(supplier -> supplier.lines().stream());
    }
}
