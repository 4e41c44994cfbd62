package org.consumptionaid.marketplace.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seal of the journal; hashes in hexadecimal.
 *
 * @param previousHash the seal before it; none for the first
 * @param root of the Merkle tree over its entries
 * @param entries how many
 * @param hash of all of this, chained to the one before
 */
public record SealView(
        long number,
        @Nullable String previousHash,
        String root,
        int entries,
        Instant sealedAt,
        String hash) {
    /** The next seal over these leaves. */
    static SealView next(@Nullable SealView last, List<String> leaves, Instant now) {
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? Canonical.NO_HASH : last.hash();
        Instant at = last != null && last.sealedAt().isAfter(now) ? last.sealedAt() : now;
        String root = Merkle.root(leaves);
        String text = Canonical.seal(number, previous, root, leaves.size(), at);
        return new SealView(
                number, last == null ? null : previous, root, leaves.size(), at, Merkle.seal(text));
    }

    /** The text its hash is made of. */
    String canonical() {
        String previous = previousHash == null ? Canonical.NO_HASH : previousHash;
        return Canonical.seal(number, previous, root, entries, sealedAt);
    }
}
