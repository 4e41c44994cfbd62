package org.consumptionaid.marketplace.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Where a cooperative delivers.
 *
 * @param provinces by name; none: everywhere
 */
public record DeliveryArea(@NotNull @Size(max = 40) List<@NotNull String> provinces) {
    static final DeliveryArea EVERYWHERE = new DeliveryArea(List.of());
}
