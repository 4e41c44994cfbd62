package org.consumptionaid.console.market;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor may be about to type.
 *
 * @param kind {@code PRODUCT}, {@code CATEGORY} or {@code COUNTY}
 * @param key the code of a category or county
 */
public record Suggestion(String kind, String text, @Nullable String key) {}
