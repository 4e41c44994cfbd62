package org.consumptionaid.marketplace.certification;

import java.util.UUID;

/** A cooperative's produce of a category. */
record SeasonOfGoods(UUID organisationId, String category) {
    static SeasonOfGoods of(SeasonTake take) {
        return new SeasonOfGoods(take.organisationId(), take.category());
    }
}
