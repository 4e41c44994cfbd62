package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An entry as it stands in the journal. */
public record EntryView(
        UUID id, String kind, Instant bookedAt, String note, List<PostingView> postings) {}
