package org.consumptionaid.marketplace.menu;

/** So many milligrams, raw and trimmed, of an ingredient in a serving for a pupil of 9 to 11. */
record DishPart(Ingredient ingredient, long milligrams) {}
