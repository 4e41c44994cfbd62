package org.consumptionaid.marketplace.ledger;

import java.util.List;
import java.util.UUID;

/**
 * That an entry lies under a seal: hashing {@code canonical} up along {@code path} gives the seal's
 * root.
 *
 * @param subjectId what the entry is about
 * @param leaf the hash the canonical text must have
 * @param position among the seal's leaves, from 0
 */
public record EntryProof(
        UUID entryId,
        UUID subjectId,
        String canonical,
        String leaf,
        int position,
        List<String> path,
        SealView seal) {}
