package org.consumptionaid.marketplace.benefit;

import java.util.List;
import java.util.UUID;

/**
 * A household as its county manages it.
 *
 * @param receivedFen all it has received by the ledger
 */
public record HouseholdView(UUID id, String code, long receivedFen, List<Plot> plots) {
    /** What its land or herd yields in a season, and how much of it is claimed. */
    public record Plot(
            UUID id, String produce, int season, long grams, long claimedGrams, String evidence) {}
}
