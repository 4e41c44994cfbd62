package org.consumptionaid.indexer;

/**
 * A setting without which the indexer cannot start is absent or cannot be read. The message says
 * what to do.
 */
final class MissingSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingSetting(String message) {
        super(message);
    }
}
