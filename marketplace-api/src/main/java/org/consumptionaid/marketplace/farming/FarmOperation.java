package org.consumptionaid.marketplace.farming;

/** What was done on the land or with the herd. */
enum FarmOperation {
    SOWING,
    FERTILISING,
    PESTICIDE,
    IRRIGATION,
    FEEDING,
    VETERINARY,
    HARVEST,
    OTHER;

    /** Whether harvest has to wait after it. */
    boolean isTreatment() {
        return this == PESTICIDE || this == VETERINARY;
    }
}
