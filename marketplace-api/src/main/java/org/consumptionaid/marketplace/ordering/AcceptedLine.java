package org.consumptionaid.marketplace.ordering;

/** What was accepted of a line and what that costs. */
record AcceptedLine(int line, long grams, long fen) {}
