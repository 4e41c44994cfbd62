package org.consumptionaid.marketplace.pricing;

/** Produce at a price, as it is compared with others. */
public record Priced(String name, String category, String grade, long fenPerKg) {}
