package org.consumptionaid.marketplace.procurement;

import java.time.Instant;

/**
 * What a unit filed.
 *
 * @param late after the day until which it had to be filed
 */
public record FilingView(
        int fiscalYear,
        Canteen canteen,
        String partner,
        long foodBudgetFen,
        int shareBasisPoints,
        long reservedFen,
        boolean late,
        String filedBy,
        Instant filedAt) {}
