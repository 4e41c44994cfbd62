package org.consumptionaid.marketplace.finding;

/** What a county makes of a finding. */
public enum Decision {
    /** It is odd and right. */
    EXPLAINED,
    /** It was wrong and has been put right. */
    CORRECTED
}
