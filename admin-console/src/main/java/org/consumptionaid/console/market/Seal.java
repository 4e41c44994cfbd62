package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seal of the ledger; hashes in hexadecimal. */
public record Seal(
        long number,
        @Nullable String previousHash,
        String root,
        int entries,
        Instant sealedAt,
        String hash) {

    /** The last seal of a day. */
    public record Head(LocalDate day, Seal seal) {}

    /** That an entry lies under a seal. */
    public record Proof(
            String entryId,
            String subjectId,
            String canonical,
            String leaf,
            int position,
            List<String> path,
            Seal seal) {}
}
