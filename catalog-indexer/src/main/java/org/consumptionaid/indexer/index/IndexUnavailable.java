package org.consumptionaid.indexer.index;

/**
 * Elasticsearch did not do what was asked, through no fault of a document: the same call may work
 * later.
 */
public class IndexUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    IndexUnavailable(String message) {
        super(message);
    }

    IndexUnavailable(Throwable cause) {
        super("Elasticsearch: " + cause.getMessage(), cause);
    }
}
