package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A school's lunch as parents see it. */
public record Lunch(
        String schoolName,
        String countyName,
        LocalDate day,
        @Nullable Long fenPerServing,
        List<Dish> dishes) {

    public record Dish(
            String name,
            String nameEn,
            List<String> ingredients,
            List<String> ingredientsEn,
            List<String> allergens,
            boolean sampleKept,
            List<Origin> origins) {

        public String name(Locale locale) {
            return Menu.named(name, nameEn, locale);
        }

        /** What it is made of, in one line. */
        public String madeOf(Locale locale) {
            return Menu.named(
                    String.join("、", ingredients), String.join(", ", ingredientsEn), locale);
        }
    }

    public record Origin(
            String productName,
            String province,
            String countyName,
            String supplierName,
            String certificateNumber,
            String lotNumber,
            long fenPerKg) {}
}
