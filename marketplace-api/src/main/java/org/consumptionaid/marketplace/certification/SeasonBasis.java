package org.consumptionaid.marketplace.certification;

/** What a season's capacity is reckoned from. */
public enum SeasonBasis {
    /** Mu (亩) under cultivation times the yield of one. */
    AREA,
    /** Head of livestock times what one gives. */
    HERD
}
