package org.consumptionaid.marketplace.bureau;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on who serves a line.
 *
 * @param productId none: nobody, the canteen buys elsewhere
 */
public record ChoiceForm(@Nullable UUID productId, @NotBlank @Size(max = 500) String reason) {}
