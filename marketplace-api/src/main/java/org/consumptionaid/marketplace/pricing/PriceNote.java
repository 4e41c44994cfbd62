package org.consumptionaid.marketplace.pricing;

import org.jspecify.annotations.Nullable;

/**
 * What was known when a price was set.
 *
 * @param reason why it lies above the ceiling; empty if it does not and none was given
 * @param referenceFenPerKg none if nothing was known
 */
public record PriceNote(String reason, @Nullable Long referenceFenPerKg) {}
