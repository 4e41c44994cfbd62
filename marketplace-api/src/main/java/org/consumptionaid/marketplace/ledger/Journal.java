package org.consumptionaid.marketplace.ledger;

import java.util.List;

/**
 * The sealed journal of some days as lines of JSON, from which anyone can recompute it.
 *
 * @param seals one line each, the text its hash is made of
 * @param entries one line each, the text its leaf is made of, in the order of the seals
 * @param proofs one line per entry, in the same order
 * @param accounts that the entries name
 */
public record Journal(
        List<SealView> chain,
        List<String> seals,
        List<String> entries,
        List<String> proofs,
        List<String> accounts) {
    /** The number of its first seal, 1 if there is none. */
    public long firstSeal() {
        return chain.isEmpty() ? 1 : chain.getFirst().number();
    }

    /** The number of its last seal, 0 if there is none. */
    public long lastSeal() {
        return chain.isEmpty() ? 0 : chain.getLast().number();
    }
}
