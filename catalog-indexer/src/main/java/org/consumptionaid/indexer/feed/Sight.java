package org.consumptionaid.indexer.feed;

import org.jspecify.annotations.Nullable;

/**
 * What was last seen of the index.
 *
 * @param searchable a search of the live index was answered; stays as it was while Elasticsearch is
 *     out of sight
 * @param reachable Elasticsearch answered the last look
 */
record Sight(@Nullable String live, boolean searchable, boolean reachable) {

    static final Sight NONE = new Sight(null, false, false);

    Sight lost() {
        return new Sight(live, searchable, false);
    }
}
