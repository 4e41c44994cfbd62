package org.consumptionaid.console.market;

import java.util.List;

/** A farm household under its pseudonym. */
public record Household(String id, String code, long receivedFen, List<Plot> plots) {

    /** What its land yields in a season, and how much of that is claimed. */
    public record Plot(
            String id, String produce, int season, long grams, long claimedGrams, String evidence) {

        public long leftGrams() {
            return grams - claimedGrams;
        }
    }
}
