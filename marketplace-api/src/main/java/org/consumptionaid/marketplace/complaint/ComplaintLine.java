package org.consumptionaid.marketplace.complaint;

/**
 * What is asked for of a line.
 *
 * @param grams what goes back; 0 for an allowance
 * @param fen what that is worth, or what comes off
 */
public record ComplaintLine(int line, String name, long unitGrams, long grams, long fen) {}
