package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What an entry moved on one account.
 *
 * @param kind of the entry, or of the one it reverses
 * @param fen received (+) or given (−)
 */
public record Movement(
        UUID entryId,
        Instant bookedAt,
        String kind,
        boolean reversal,
        UUID subjectId,
        String note,
        long fen) {}
