package org.consumptionaid.marketplace.procurement;

/** How a budget unit eats. */
public enum Canteen {
    OWN,
    /** It files all the same (无食堂), with no budget. */
    NONE,
    /** Another unit files for the canteen they share. */
    SHARED,
    /** Somebody else runs it. */
    OUTSOURCED;

    boolean needsPartner() {
        return this == SHARED || this == OUTSOURCED;
    }

    boolean hasBudget() {
        return this == OWN || this == OUTSOURCED;
    }
}
