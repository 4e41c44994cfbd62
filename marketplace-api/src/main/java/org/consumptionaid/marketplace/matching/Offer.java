package org.consumptionaid.marketplace.matching;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a cooperative can deliver of one product in the week.
 *
 * @param supplier its place in the week's list
 * @param ingredients what it can serve; what is sold for one is no longer there for the other
 * @param packageGrams net
 * @param packageFen price of one package at the canteen's door
 * @param weekGrams the most it can deliver in the week: the least of its weekly capacity, its stock
 *     and what the season's certified capacity has left
 * @param deliveryDays bit 0 Monday to bit 6 Sunday
 * @param certifiedUntil the last day its certificates are in force
 */
public record Offer(
        int supplier,
        Set<Integer> ingredients,
        long packageGrams,
        long packageFen,
        long weekGrams,
        int deliveryDays,
        boolean inSeason,
        LocalDate certifiedUntil) {
    boolean delivers(int day) {
        return (deliveryDays >> day & 1) == 1;
    }

    /** Packages that hold so many grams. */
    long packages(long grams) {
        return Math.ceilDiv(grams, packageGrams);
    }
}
