package org.consumptionaid.indexer.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of one item of a {@code _bulk} answer that decides. */
record BulkItem(UUID id, String index, int status, @Nullable String errorType, String reason) {

    private static final int REASON_MAX_CHARACTERS = 500;

    static BulkItem of(BulkResponseItem item) {
        UUID id = UUID.fromString(Objects.requireNonNull(item.id(), "an item names its document"));
        ErrorCause error = item.error();
        return error == null
                ? new BulkItem(id, item.index(), item.status(), null, "")
                : new BulkItem(id, item.index(), item.status(), error.type(), reason(error));
    }

    /**
     * Elasticsearch puts the field into the outer reason and what is wrong with it into the
     * innermost cause.
     */
    private static String reason(ErrorCause error) {
        ErrorCause inner = error.causedBy();
        String text = error.type() + ": " + error.reason();
        String whole = inner == null ? text : text + ": " + inner.reason();
        return whole.substring(0, Math.min(whole.length(), REASON_MAX_CHARACTERS));
    }
}
