package org.consumptionaid.console.market;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dish of the library.
 *
 * @param ban the code of the problem for which schools may not serve it
 */
public record Dish(
        String code,
        String name,
        String nameEn,
        String kind,
        String method,
        List<String> allergens,
        @Nullable String ban,
        List<Part> parts) {

    public String name(Locale locale) {
        return Menu.named(name, nameEn, locale);
    }

    /** Milligrams of an ingredient for a pupil of 9 to 11. */
    public record Part(String ingredient, String name, String nameEn, long milligrams) {
        public String name(Locale locale) {
            return Menu.named(name, nameEn, locale);
        }
    }
}
