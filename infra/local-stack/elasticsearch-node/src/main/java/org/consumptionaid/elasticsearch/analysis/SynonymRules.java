package org.consumptionaid.elasticsearch.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/** Reads synonym rules; when lenient, leaves out the words that the analyzer makes nothing of. */
final class SynonymRules extends SolrSynonymParser {

    private static final boolean WITHOUT_DUPLICATES = true;

    private final boolean lenient;

    SynonymRules(boolean expand, boolean lenient, Analyzer analyzer) {
        super(WITHOUT_DUPLICATES, expand, analyzer);
        this.lenient = lenient;
    }

    @Override
    public CharsRef analyze(String word, CharsRefBuilder reuse) throws IOException {
        try {
            return super.analyze(word, reuse);
        } catch (IllegalArgumentException unusable) {
            if (lenient) {
                return new CharsRef();
            }
            throw unusable;
        }
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
        if (lenient && (input.length == 0 || output.length == 0)) {
            return;
        }
        super.add(input, output, includeOriginal);
    }
}
