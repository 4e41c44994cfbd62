package org.consumptionaid.marketplace.menu;

import java.util.List;
import org.consumptionaid.marketplace.school.AgeGroup;
import org.consumptionaid.marketplace.school.Portion;

/**
 * What a week's menu is held against.
 *
 * @param portions grams by food group and age group
 * @param energy of a lunch
 * @param servings of the age groups that eat
 * @param toleranceBp how far outside its range an average may be before it counts, basis points
 */
record MenuStandard(
        List<Portion> portions, List<Energy> energy, List<Serving> servings, long toleranceBp) {

    /** Kilocalories of a lunch. */
    record Energy(AgeGroup ageGroup, long least, long most) {}
}
