package org.consumptionaid.elasticsearch.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The character filters, by official name. */
final class CharFilters {

    private static final String ARROW = "=>";
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
    private static final int HEXADECIMAL = 16;

    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> all() {
        return Map.of(
                "mapping",
                requiresAnalysisSettings(
                        (_, environment, name, settings) -> mapping(environment, name, settings)),
                "pattern_replace",
                requiresAnalysisSettings((_, _, name, settings) -> patternReplace(name, settings)));
    }

    private static CharFilterFactory mapping(Environment environment, String name, Settings from) {
        List<String> rules = Analysis.getWordList(environment, from, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping requires `mappings` or `mappings_path`");
        }
        NormalizeCharMap map = characterMap(rules);
        return new Replacing(name, reader -> new MappingCharFilter(map, reader));
    }

    private static NormalizeCharMap characterMap(List<String> rules) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int arrow = rule.indexOf(ARROW);
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "]");
            }
            map.add(
                    unescape(rule.substring(0, arrow).strip()),
                    unescape(rule.substring(arrow + ARROW.length()).strip()));
        }
        return map.build();
    }

    private static String unescape(String text) {
        return UNICODE_ESCAPE
                .matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))))
                .translateEscapes();
    }

    private static String character(String digits) {
        return Character.toString(Integer.parseInt(digits, HEXADECIMAL));
    }

    private static CharFilterFactory patternReplace(String name, Settings settings) {
        String expression = settings.get("pattern");
        if (expression == null || expression.isEmpty()) {
            throw new IllegalArgumentException("pattern_replace requires `pattern`");
        }
        Pattern pattern = Regex.compile(expression, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        return new Replacing(
                name, reader -> new PatternReplaceCharFilter(pattern, replacement, reader));
    }

    /** A character filter that is also allowed in normalizers. */
    private record Replacing(String name, UnaryOperator<Reader> wrap)
            implements NormalizingCharFilterFactory {

        @Override
        public Reader create(Reader reader) {
            return wrap.apply(reader);
        }
    }
}
