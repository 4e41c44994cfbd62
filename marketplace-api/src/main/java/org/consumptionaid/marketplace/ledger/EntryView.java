package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the journal.
 *
 * @param seal the number of the seal it lies under; none in its first second or so
 */
public record EntryView(
        UUID id,
        String kind,
        Instant bookedAt,
        String note,
        @Nullable Long seal,
        List<PostingView> postings) {}
