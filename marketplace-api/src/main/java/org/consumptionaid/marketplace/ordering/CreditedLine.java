package org.consumptionaid.marketplace.ordering;

/**
 * What comes off a line after it was accepted.
 *
 * @param grams that went back; 0 if the goods are kept
 * @param fen what the line costs less
 * @param packages of those that went back, how many can be sold again
 */
public record CreditedLine(int line, long grams, long fen, long packages) {}
