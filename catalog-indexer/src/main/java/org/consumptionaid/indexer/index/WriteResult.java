package org.consumptionaid.indexer.index;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a write: how many products are in every index, and why each of the others was
 * refused.
 */
public record WriteResult(int written, Map<UUID, String> refused) {

    public static final WriteResult NOTHING = new WriteResult(0, Map.of());
}
