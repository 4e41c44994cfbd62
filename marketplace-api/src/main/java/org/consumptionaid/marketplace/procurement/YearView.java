package org.consumptionaid.marketplace.procurement;

/**
 * A budget unit's fiscal year so far.
 *
 * @param orderedFen worth of the orders that are not off: what was accepted of them, else what was
 *     ordered
 * @param countedFen the part of it that counts towards the reserved share: accepted and paid in
 *     full
 * @param reservedShareBasisPoints the least part of the year's canteen food budget to be spent
 *     here, by the rule in force
 */
public record YearView(
        int fiscalYear, long orderedFen, long countedFen, long reservedShareBasisPoints) {}
