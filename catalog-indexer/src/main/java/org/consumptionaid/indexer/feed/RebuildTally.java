package org.consumptionaid.indexer.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.indexer.index.WriteResult;

/**
 * What a rebuild has sent so far: products in the new index, and the refused ones with the reason.
 */
record RebuildTally(int written, Map<UUID, String> refused) {

    /**
     * So many refusals are a wrong mapping, not wrong documents: an index without them must not go
     * live.
     */
    static final int REFUSED_MAX_DOCUMENTS = 200;

    static final RebuildTally NOTHING = new RebuildTally(0, Map.of());

    /**
     * @throws TooManyRefused more than {@link #REFUSED_MAX_DOCUMENTS}
     */
    RebuildTally plus(WriteResult result) {
        Map<UUID, String> all = new HashMap<>(refused);
        all.putAll(result.refused());
        if (all.size() > REFUSED_MAX_DOCUMENTS) {
            throw new TooManyRefused(all.values().iterator().next());
        }
        return new RebuildTally(written + result.written(), all);
    }

    int documents() {
        return written + refused.size();
    }
}
