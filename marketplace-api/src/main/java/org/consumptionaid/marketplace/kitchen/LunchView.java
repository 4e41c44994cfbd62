package org.consumptionaid.marketplace.kitchen;

import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.menu.Allergen;
import org.jspecify.annotations.Nullable;

/**
 * A school's lunch as parents see it. No person is named.
 *
 * @param fenPerServing what the noted ingredients cost; none where nothing is noted yet
 */
public record LunchView(
        String schoolName,
        String countyName,
        LocalDate day,
        @Nullable Long fenPerServing,
        List<LunchDish> dishes) {

    /** A dish, what it is made of, and where what went into it grew. */
    public record LunchDish(
            String name,
            String nameEn,
            List<String> ingredients,
            List<String> ingredientsEn,
            List<Allergen> allergens,
            boolean sampleKept,
            List<LunchOrigin> origins) {}

    /** Where an ingredient grew; the numbers can be checked by anybody. */
    public record LunchOrigin(
            String productName,
            String province,
            String countyName,
            String supplierName,
            String certificateNumber,
            String lotNumber,
            long fenPerKg) {}
}
