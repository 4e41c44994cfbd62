package org.consumptionaid.elasticsearch.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers, by official name. */
final class Tokenizers {

    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> all() {
        return Map.of(
                "smartcn_tokenizer", plain(HMMChineseTokenizer::new),
                "keyword", plain(KeywordTokenizer::new),
                "whitespace", plain(WhitespaceTokenizer::new),
                "ngram", (index, _, name, settings) -> ngram(index, name, settings),
                "edge_ngram", (_, _, name, settings) -> edgeNgram(name, settings));
    }

    private static AnalysisProvider<TokenizerFactory> plain(Supplier<Tokenizer> tokenizer) {
        return (_, _, name, _) -> TokenizerFactory.newFactory(name, tokenizer);
    }

    private static TokenizerFactory ngram(IndexSettings index, String name, Settings settings) {
        Grams grams = Grams.read(settings).within(index);
        IntPredicate inToken = tokenCharacters(settings);
        return TokenizerFactory.newFactory(
                name,
                () ->
                        new NGramTokenizer(grams.shortest(), grams.longest()) {
                            @Override
                            protected boolean isTokenChar(int character) {
                                return inToken.test(character);
                            }
                        });
    }

    private static TokenizerFactory edgeNgram(String name, Settings settings) {
        Grams grams = Grams.read(settings);
        IntPredicate inToken = tokenCharacters(settings);
        return TokenizerFactory.newFactory(
                name,
                () ->
                        new EdgeNGramTokenizer(grams.shortest(), grams.longest()) {
                            @Override
                            protected boolean isTokenChar(int character) {
                                return inToken.test(character);
                            }
                        });
    }

    private static IntPredicate tokenCharacters(Settings settings) {
        return settings.getAsList("token_chars").stream()
                .map(Tokenizers::characterClass)
                .reduce(IntPredicate::or)
                .orElse(_ -> true);
    }

    private static IntPredicate characterClass(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" -> Tokenizers::isPunctuation;
            case "symbol" -> Tokenizers::isSymbol;
            default -> throw new IllegalArgumentException("Unknown token type: '" + name + "'");
        };
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isSymbol(int character) {
        return switch (Character.getType(character)) {
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
