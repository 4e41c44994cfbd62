package org.consumptionaid.marketplace.search;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders a list of products can have. */
enum ProductSort {
    RELEVANCE,
    /** By the kilogram, cheapest first. */
    PRICE,
    /** From the buyer's county, nearest first. */
    DISTANCE,
    NEWEST;

    /** Refuses an unknown word: {@link SearchRefusal.UnknownSort}. Relevance if none is given. */
    static ProductSort of(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return RELEVANCE;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new SearchRefusal.UnknownSort(word).asException());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
