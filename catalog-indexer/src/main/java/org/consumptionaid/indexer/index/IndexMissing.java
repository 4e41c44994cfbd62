package org.consumptionaid.indexer.index;

/** The index that was to be written to does not exist: waiting does not help, a rebuild does. */
public final class IndexMissing extends IndexUnavailable {

    private static final long serialVersionUID = 1;

    IndexMissing(String index) {
        super("Elasticsearch has no index " + index);
    }
}
