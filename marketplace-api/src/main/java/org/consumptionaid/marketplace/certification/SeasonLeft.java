package org.consumptionaid.marketplace.certification;

/** What can still be sold of a category in the season of today. */
record SeasonLeft(String categoryName, long grams) {}
