package org.consumptionaid.marketplace.matching;

/**
 * A line to be served by one offer.
 *
 * @param canteen its place in the week's list
 * @param day 0 Monday to 6 Sunday
 * @param grams at least so much, more than 0
 * @param lastWeek the supplier that served this canteen with this ingredient last week, -1 if none
 */
public record Demand(int canteen, int ingredient, int day, long grams, int lastWeek) {}
