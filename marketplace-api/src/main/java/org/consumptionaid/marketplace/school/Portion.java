package org.consumptionaid.marketplace.school;

/**
 * What the standard gives a pupil of an age group at one lunch, in milligrams.
 *
 * @param doubtful the printed figure is probably a misprint
 */
record Portion(String foodGroup, AgeGroup ageGroup, long minMg, long maxMg, boolean doubtful) {}
