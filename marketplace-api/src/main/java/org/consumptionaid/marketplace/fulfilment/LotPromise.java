package org.consumptionaid.marketplace.fulfilment;

import java.util.List;

/** What a producer promises of every lot. */
public enum LotPromise {
    /** No banned pesticides, veterinary medicines or additives. */
    NO_BANNED_SUBSTANCES,
    RESIDUES_WITHIN_LIMITS,
    /** Answers for the truth of all this. */
    ANSWERS_FOR_TRUTH;

    static final List<LotPromise> ALL = List.of(values());
}
