package org.consumptionaid.elasticsearch.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lets each word of a text through once. */
final class UniqueTokenFilter extends FilteringTokenFilter {

    private static final int EXPECTED_WORDS = 16;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final CharArraySet seen = new CharArraySet(EXPECTED_WORDS, false);

    UniqueTokenFilter(TokenStream stream) {
        super(stream);
    }

    @Override
    protected boolean accept() {
        return seen.add(term.toString());
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        seen.clear();
    }
}
