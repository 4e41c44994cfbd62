package org.consumptionaid.indexer.index;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Elasticsearch has.
 *
 * @param hashes our indices by name, each with the hash of the definition it was made from
 * @param searched the indices that search reads: one, none before the first rebuild
 */
public record IndicesFound(Map<String, String> hashes, Set<String> searched) {

    public boolean has(@Nullable String index) {
        return index != null && hashes.containsKey(index);
    }

    public boolean searchReads(@Nullable String index) {
        return index != null && searched.equals(Set.of(index));
    }
}
