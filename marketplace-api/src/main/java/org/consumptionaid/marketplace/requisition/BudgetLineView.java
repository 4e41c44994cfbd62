package org.consumptionaid.marketplace.requisition;

import java.util.UUID;

/**
 * A budget line and what is promised of it.
 *
 * @param askedFen of requisitions that wait or are approved
 * @param orderedFen of orders that are not off
 */
public record BudgetLineView(
        UUID id,
        int fiscalYear,
        String code,
        String name,
        long amountFen,
        long askedFen,
        long orderedFen) {
    long leftFen() {
        return amountFen - askedFen - orderedFen;
    }
}
