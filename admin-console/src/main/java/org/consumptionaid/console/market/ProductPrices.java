package org.consumptionaid.console.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs the visitor from which quantity on, and all its offers that are in force or
 * will be.
 */
public record ProductPrices(String buyerKind, List<Step> steps, List<Offered> items) {

    /** A price of one package from a quantity on; without an offer it is the product's own. */
    public record Step(long minGrams, long fenPerKg, long priceFen, @Nullable String offerId) {}

    /** A price for a kind of buyer; {@code validToOn} is its last day. */
    public record Offered(
            String id,
            String buyerKind,
            long minGrams,
            long fenPerKg,
            String validFromOn,
            @Nullable String validToOn,
            boolean inForce,
            String reason) {}

    /** Whether the visitor's price depends on the quantity, or is not the product's own. */
    public boolean hasSteps() {
        return steps.size() > 1 || steps.stream().anyMatch(step -> step.offerId() != null);
    }
}
