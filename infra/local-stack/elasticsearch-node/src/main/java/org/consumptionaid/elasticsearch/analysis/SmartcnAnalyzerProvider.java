package org.consumptionaid.elasticsearch.analysis;

import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;

/**
 * The analyzer {@code smartcn}: one instance for each index.
 *
 * <p>An index closes its analyzers when it is deleted. An instance shared between indexes would be
 * closed with the first of them, and the shards of the others would stay unassigned.
 */
final class SmartcnAnalyzerProvider extends AbstractIndexAnalyzerProvider<SmartChineseAnalyzer> {

    private final SmartChineseAnalyzer analyzer =
            new SmartChineseAnalyzer(SmartChineseAnalyzer.getDefaultStopSet());

    SmartcnAnalyzerProvider(String name) {
        super(name);
    }

    @Override
    public SmartChineseAnalyzer get() {
        return analyzer;
    }
}
