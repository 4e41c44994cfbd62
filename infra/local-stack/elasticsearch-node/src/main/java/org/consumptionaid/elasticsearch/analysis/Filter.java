package org.consumptionaid.elasticsearch.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** A token filter with its parameters read: wraps each stream it is given. */
sealed interface Filter extends TokenFilterFactory {

    UnaryOperator<TokenStream> wrap();

    @Override
    default TokenStream create(TokenStream stream) {
        return wrap().apply(stream);
    }

    /** Works in analyzers only. */
    record Analyzing(String name, UnaryOperator<TokenStream> wrap) implements Filter {}

    /** Changes single characters, so that normalizers of keyword fields may use it too. */
    record Normalizing(String name, UnaryOperator<TokenStream> wrap)
            implements Filter, NormalizingTokenFilterFactory {

        @Override
        public TokenStream create(TokenStream stream) {
            return wrap.apply(stream);
        }
    }

    /**
     * Puts several tokens in one place, which the rules of a synonym filter cannot be read with.
     */
    record Stacking(String name, UnaryOperator<TokenStream> wrap) implements Filter {

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException(
                    "Token filter [" + name + "] cannot be used to parse synonyms");
        }
    }
}
