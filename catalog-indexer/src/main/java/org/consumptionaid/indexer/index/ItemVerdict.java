package org.consumptionaid.indexer.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a {@code _bulk} answer means. The answer as a whole is 200 even when every item
 * failed.
 *
 * <p>A document is refused only for a status that speaks of the document. Everything that speaks of
 * the cluster is tried again and in the end fails the whole write, because a parked product is one
 * that people no longer find.
 */
enum ItemVerdict {
    /** In the index, or (409) something newer already is. */
    WRITTEN,
    /** The cluster's trouble: full queue, no primary shard, write block, closed index. */
    AGAIN,
    /** The document's trouble: no retry helps. */
    REFUSED,
    /** The index is gone. */
    NO_INDEX;

    /** Errors of the cluster that come with a status as if the request were wrong. */
    private static final Set<String> CLUSTER_ERRORS =
            Set.of("index_closed_exception", "cluster_block_exception", "security_exception");

    /**
     * A 500 can be either: a node that is closing answers it, and so does an analyser that breaks
     * on one text. The former ends within the attempts, so what is left at the last is the
     * document's.
     */
    static ItemVerdict of(int status, @Nullable String errorType, boolean lastAttempt) {
        if (errorType != null && CLUSTER_ERRORS.contains(errorType)) {
            return AGAIN;
        }
        return switch (status) {
            case 200, 201, 409 -> WRITTEN;
            case 404 -> NO_INDEX;
            case 401, 403, 429, 502, 503, 504 -> AGAIN;
            case 500 -> lastAttempt ? REFUSED : AGAIN;
            default -> REFUSED;
        };
    }
}
