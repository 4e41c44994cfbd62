package org.consumptionaid.elasticsearch.analysis;

import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** The token filter {@code word_delimiter_graph}, without {@code type_table}. */
final class WordDelimiter {

    /** One switch of the filter: its name, the bit it sets, and whether it is on by itself. */
    private enum Switch {
        GENERATE_WORD_PARTS(WordDelimiterGraphFilter.GENERATE_WORD_PARTS, true),
        GENERATE_NUMBER_PARTS(WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS, true),
        CATENATE_WORDS(WordDelimiterGraphFilter.CATENATE_WORDS, false),
        CATENATE_NUMBERS(WordDelimiterGraphFilter.CATENATE_NUMBERS, false),
        CATENATE_ALL(WordDelimiterGraphFilter.CATENATE_ALL, false),
        SPLIT_ON_CASE_CHANGE(WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE, true),
        PRESERVE_ORIGINAL(WordDelimiterGraphFilter.PRESERVE_ORIGINAL, false),
        SPLIT_ON_NUMERICS(WordDelimiterGraphFilter.SPLIT_ON_NUMERICS, true),
        STEM_ENGLISH_POSSESSIVE(WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE, true);

        private final int bit;
        private final boolean byDefault;

        Switch(int bit, boolean byDefault) {
            this.bit = bit;
            this.byDefault = byDefault;
        }

        int in(Settings settings) {
            String setting = name().toLowerCase(Locale.ROOT);
            return settings.getAsBoolean(setting, byDefault) ? bit : 0;
        }
    }

    private WordDelimiter() {}

    static TokenFilterFactory graph(
            IndexSettings index, Environment environment, String name, Settings settings) {
        if (settings.hasValue("type_table")) {
            throw new IllegalArgumentException(
                    "The local node's word_delimiter_graph has no `type_table`");
        }
        int switches = 0;
        for (Switch each : Switch.values()) {
            switches |= each.in(settings);
        }
        int flags = switches;
        Set<?> words = Analysis.getWordSet(environment, settings, "protected_words");
        CharArraySet kept = words == null ? CharArraySet.EMPTY_SET : CharArraySet.copy(words);
        return new Filter.Stacking(
                name, stream -> new WordDelimiterGraphFilter(stream, flags, kept));
    }
}
