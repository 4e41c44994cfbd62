package org.consumptionaid.elasticsearch.analysis;

import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;

/** Lengths in characters of the n-grams to cut, as {@code min_gram} and {@code max_gram} say. */
record Grams(int shortest, int longest) {

    private static final int DEFAULT_SHORTEST = 1;
    private static final int DEFAULT_LONGEST = 2;

    static Grams read(Settings settings) {
        return new Grams(
                settings.getAsInt("min_gram", DEFAULT_SHORTEST),
                settings.getAsInt("max_gram", DEFAULT_LONGEST));
    }

    /** These lengths, refused when further apart than {@code index.max_ngram_diff} allows. */
    Grams within(IndexSettings index) {
        if (longest - shortest > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                    "max_gram - min_gram must be at most [%d] but was [%d]; set [%s] to allow more"
                            .formatted(
                                    index.getMaxNgramDiff(),
                                    longest - shortest,
                                    IndexSettings.MAX_NGRAM_DIFF_SETTING.getKey()));
        }
        return this;
    }
}
