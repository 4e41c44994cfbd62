package org.consumptionaid.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a {@code _bulk} answer leaves to do: the places of the operations to send again, and the
 * refused products.
 */
record BulkAnswer(List<Integer> again, Map<UUID, String> refused) {

    /**
     * @throws IndexMissing an item says so
     * @throws IndexUnavailable at the last attempt, when anything is still to be sent again
     */
    static BulkAnswer of(List<BulkItem> items, boolean lastAttempt) {
        List<Integer> again = new ArrayList<>();
        Map<UUID, String> refused = new TreeMap<>();
        for (int place = 0; place < items.size(); place++) {
            BulkItem item = items.get(place);
            switch (ItemVerdict.of(item.status(), item.errorType(), lastAttempt)) {
                case WRITTEN -> {}
                case AGAIN -> again.add(place);
                case REFUSED -> refused.put(item.id(), item.reason());
                case NO_INDEX -> throw new IndexMissing(item.index());
            }
        }
        if (lastAttempt && !again.isEmpty()) {
            String trouble = items.get(again.getFirst()).reason();
            throw new IndexUnavailable(again.size() + " documents were not taken: " + trouble);
        }
        return new BulkAnswer(again, refused);
    }
}
