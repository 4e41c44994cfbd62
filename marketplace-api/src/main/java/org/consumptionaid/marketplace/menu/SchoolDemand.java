package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a school needs in a week: by ingredient on days with a menu, by food group on the others.
 * What the marketplace does not sell is left out.
 */
public record SchoolDemand(int pupils, int schoolDays, List<Line> lines) {
    /**
     * What a day needs of one thing.
     *
     * @param foodGroup empty where the standard does not count the ingredient
     * @param ingredient none: anything of the food group
     */
    public record Line(String foodGroup, @Nullable String ingredient, LocalDate day, long grams) {
        /** The ingredient's code, else the food group. */
        public String need() {
            return ingredient == null ? foodGroup : ingredient;
        }
    }
}
