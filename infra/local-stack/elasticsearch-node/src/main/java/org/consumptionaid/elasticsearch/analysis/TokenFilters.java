package org.consumptionaid.elasticsearch.analysis;

import static java.util.Map.entry;
import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.search.suggest.analyzing.SuggestStopFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/** The token filters, by official name. */
final class TokenFilters {

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
        return Map.ofEntries(
                entry("lowercase", normalizing(TokenFilters::lowercase)),
                entry("cjk_width", normalizing(_ -> CJKWidthFilter::new)),
                entry("asciifolding", normalizing(TokenFilters::asciiFolding)),
                entry("trim", normalizing(_ -> TrimFilter::new)),
                entry(
                        "pattern_replace",
                        requiresAnalysisSettings(normalizing(TokenFilters::patternReplace))),
                entry("length", analyzing(TokenFilters::length)),
                entry("unique", analyzing(TokenFilters::unique)),
                entry("remove_duplicates", analyzing(_ -> RemoveDuplicatesTokenFilter::new)),
                entry("flatten_graph", analyzing(_ -> FlattenGraphFilter::new)),
                entry("cjk_bigram", TokenFilters::cjkBigram),
                entry("edge_ngram", stacking(TokenFilters::edgeNgram)),
                entry("ngram", TokenFilters::ngram),
                entry("word_delimiter_graph", WordDelimiter::graph),
                entry("smartcn_stop", TokenFilters::smartcnStop),
                entry("synonym", requiresAnalysisSettings(SynonymFilter::flat)),
                entry("synonym_graph", requiresAnalysisSettings(SynonymFilter::graph)));
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(
            Function<Settings, UnaryOperator<TokenStream>> filter) {
        return (_, _, name, settings) -> new Filter.Normalizing(name, filter.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> analyzing(
            Function<Settings, UnaryOperator<TokenStream>> filter) {
        return (_, _, name, settings) -> new Filter.Analyzing(name, filter.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> stacking(
            Function<Settings, UnaryOperator<TokenStream>> filter) {
        return (_, _, name, settings) -> new Filter.Stacking(name, filter.apply(settings));
    }

    private static UnaryOperator<TokenStream> lowercase(Settings settings) {
        if (settings.get("language") != null) {
            throw new IllegalArgumentException("The local node's lowercase has no `language`");
        }
        return LowerCaseFilter::new;
    }

    private static UnaryOperator<TokenStream> asciiFolding(Settings settings) {
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return stream -> new ASCIIFoldingFilter(stream, keep);
    }

    private static UnaryOperator<TokenStream> patternReplace(Settings settings) {
        String expression = settings.get("pattern");
        if (expression == null) {
            throw new IllegalArgumentException("pattern_replace requires `pattern`");
        }
        Pattern pattern = Regex.compile(expression, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return stream -> new PatternReplaceFilter(stream, pattern, replacement, all);
    }

    private static UnaryOperator<TokenStream> length(Settings settings) {
        int shortest = settings.getAsInt("min", 0);
        int longest = settings.getAsInt("max", Integer.MAX_VALUE);
        return stream -> new LengthFilter(stream, shortest, longest);
    }

    private static UnaryOperator<TokenStream> unique(Settings settings) {
        return settings.getAsBoolean("only_on_same_position", false)
                ? RemoveDuplicatesTokenFilter::new
                : UniqueTokenFilter::new;
    }

    private static UnaryOperator<TokenStream> edgeNgram(Settings settings) {
        Grams grams = Grams.read(settings);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return stream -> new EdgeNGramTokenFilter(stream, grams.shortest(), grams.longest(), keep);
    }

    private static TokenFilterFactory ngram(
            IndexSettings index, Environment environment, String name, Settings settings) {
        Grams grams = Grams.read(settings).within(index);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return new Filter.Stacking(
                name,
                stream -> new NGramTokenFilter(stream, grams.shortest(), grams.longest(), keep));
    }

    private static TokenFilterFactory cjkBigram(
            IndexSettings index, Environment environment, String name, Settings settings) {
        int scripts = ~ignoredScripts(settings);
        if (!settings.getAsBoolean("output_unigrams", false)) {
            return new Filter.Analyzing(name, stream -> new CJKBigramFilter(stream, scripts));
        }
        return new Filter.Stacking(name, stream -> bigramsAndUnigrams(stream, scripts));
    }

    /** Without the attribute a query would try every path through characters and pairs. */
    private static TokenStream bigramsAndUnigrams(TokenStream stream, int scripts) {
        TokenStream filter = new CJKBigramFilter(stream, scripts, true);
        filter.addAttribute(DisableGraphAttribute.class);
        return filter;
    }

    private static int ignoredScripts(Settings settings) {
        return settings.getAsList("ignored_scripts").stream()
                .mapToInt(TokenFilters::script)
                .reduce(0, (some, more) -> some | more);
    }

    private static int script(String name) {
        return switch (name) {
            case "han" -> CJKBigramFilter.HAN;
            case "hiragana" -> CJKBigramFilter.HIRAGANA;
            case "katakana" -> CJKBigramFilter.KATAKANA;
            case "hangul" -> CJKBigramFilter.HANGUL;
            default -> throw new IllegalArgumentException("Unknown script: [" + name + "]");
        };
    }

    private static TokenFilterFactory smartcnStop(
            IndexSettings index, Environment environment, String name, Settings settings) {
        boolean ignoreCase = settings.getAsBoolean("ignore_case", false);
        CharArraySet words = smartcnStopWords(environment, settings, ignoreCase);
        UnaryOperator<TokenStream> filter =
                settings.getAsBoolean("remove_trailing", true)
                        ? stream -> new StopFilter(stream, words)
                        : stream -> new SuggestStopFilter(stream, words);
        return new Filter.Analyzing(name, filter);
    }

    private static CharArraySet smartcnStopWords(
            Environment environment, Settings settings, boolean ignoreCase) {
        CharArraySet defaults = SmartChineseAnalyzer.getDefaultStopSet();
        return Analysis.parseWords(
                environment,
                settings,
                "stopwords",
                defaults,
                Map.of("_smartcn_", defaults),
                ignoreCase);
    }
}
