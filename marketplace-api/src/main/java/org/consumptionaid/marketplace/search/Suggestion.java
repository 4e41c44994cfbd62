package org.consumptionaid.marketplace.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may be about to type.
 *
 * @param text in the caller's language
 * @param key the code to narrow down to; none for the name of a product, which is to be searched
 */
public record Suggestion(Kind kind, String text, @Nullable String key) {
    /** What it names. */
    public enum Kind {
        PRODUCT,
        CATEGORY,
        COUNTY
    }

    static Suggestion ofProduct(String name) {
        return new Suggestion(Kind.PRODUCT, name, null);
    }
}
