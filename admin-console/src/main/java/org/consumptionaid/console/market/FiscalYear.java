package org.consumptionaid.console.market;

/** A budget unit's fiscal year so far; only what is accepted and paid in full counts. */
public record FiscalYear(
        int fiscalYear, long orderedFen, long countedFen, long reservedShareBasisPoints) {}
