package org.consumptionaid.indexer.feed;

/**
 * A rebuild was given up because the new index refuses more than single documents; the old one
 * stays live.
 */
final class TooManyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyRefused(String example) {
        super(
                "the new index refuses more than "
                        + RebuildTally.REFUSED_MAX_DOCUMENTS
                        + " products, e.g. "
                        + example);
    }
}
