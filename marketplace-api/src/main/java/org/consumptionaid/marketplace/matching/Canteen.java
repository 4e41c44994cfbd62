package org.consumptionaid.marketplace.matching;

/**
 * Where food goes.
 *
 * @param budgetFen what the week's food may cost at the door
 * @param suppliersPerDay at most so many cooperatives deliver on one day
 */
public record Canteen(Place place, long budgetFen, int suppliersPerDay) {}
