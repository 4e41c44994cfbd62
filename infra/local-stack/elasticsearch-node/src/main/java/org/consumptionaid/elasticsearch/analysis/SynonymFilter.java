package org.consumptionaid.elasticsearch.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * The token filters {@code synonym_graph} and {@code synonym}, with rules in Solr's format from
 * {@code synonyms} or {@code synonyms_path}.
 *
 * <p>The rules are read with the part of the analyzer that comes before the filter, so the map is
 * built anew for each analyzer the filter stands in.
 */
final class SynonymFilter implements TokenFilterFactory {

    private final String name;
    private final List<String> rules;
    private final boolean expand;
    private final boolean lenient;
    private final boolean atSearchOnly;
    private final boolean graph;

    private SynonymFilter(Environment environment, String name, Settings settings, boolean graph) {
        this.name = name;
        this.rules = rules(environment, settings);
        this.expand = settings.getAsBoolean("expand", true);
        this.atSearchOnly = settings.getAsBoolean("updateable", false);
        this.lenient = settings.getAsBoolean("lenient", atSearchOnly);
        this.graph = graph;
    }

    static TokenFilterFactory graph(
            IndexSettings index, Environment environment, String name, Settings settings) {
        return new SynonymFilter(environment, name, settings, true);
    }

    static TokenFilterFactory flat(
            IndexSettings index, Environment environment, String name, Settings settings) {
        return new SynonymFilter(environment, name, settings, false);
    }

    private static List<String> rules(Environment environment, Settings settings) {
        if (!settings.get("format", "solr").equals("solr")) {
            throw new IllegalArgumentException(
                    "The local node reads synonyms in Solr's format only");
        }
        List<String> rules = Analysis.getWordList(environment, settings, "synonyms");
        if (rules == null) {
            throw new IllegalArgumentException("synonym requires `synonyms` or `synonyms_path`");
        }
        return rules;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return atSearchOnly ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public TokenStream create(TokenStream stream) {
        throw new IllegalStateException("Synonyms [" + name + "] need the analyzer they stand in");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> others) {
        try (Analyzer analyzer = analyzerOfRules(tokenizer, charFilters, before)) {
            return new InAnalyzer(name, getAnalysisMode(), read(analyzer), graph);
        }
    }

    private static Analyzer analyzerOfRules(
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before) {
        return new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                before.stream()
                        .map(TokenFilterFactory::getSynonymFilter)
                        .toArray(TokenFilterFactory[]::new));
    }

    private SynonymMap read(Analyzer analyzer) {
        try {
            SynonymRules parser = new SynonymRules(expand, lenient, analyzer);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException wrong) {
            throw new IllegalArgumentException("Cannot read the synonyms of [" + name + "]", wrong);
        }
    }

    /** The filter with its rules read, ready for the analyzer it stands in. */
    private record InAnalyzer(
            String name, AnalysisMode getAnalysisMode, SynonymMap synonyms, boolean graph)
            implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            if (synonyms.fst == null) {
                return stream;
            }
            TokenStream filter = new SynonymGraphFilter(stream, synonyms, false);
            return graph ? filter : new FlattenGraphFilter(filter);
        }

        /** Synonyms are not applied to the rules of a synonym filter further down. */
        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }
    }
}
