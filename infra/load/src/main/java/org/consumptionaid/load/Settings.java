package org.consumptionaid.load;

/**
 * How much is measured.
 *
 * @param runs how often each figure is taken
 * @param products size of a generated catalogue
 * @param seed what chance follows
 */
record Settings(int runs, int products, long seed) {}
