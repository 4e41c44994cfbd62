package org.consumptionaid.load;

/**
 * How much is measured.
 *
 * @param runs how often each figure is taken
 * @param products size of a generated catalogue
 * @param seed what chance follows
 * @param orders how many are present when orders are placed
 */
record Settings(int runs, int products, long seed, long orders) {}
