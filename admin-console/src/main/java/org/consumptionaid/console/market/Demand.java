package org.consumptionaid.console.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a week's menu needs to be bought. */
public record Demand(LocalDate weekStart, long pupils, int daysWithoutMenu, List<Item> items) {

    /**
     * Of one ingredient, in grams as bought.
     *
     * @param category none: the marketplace does not sell it
     */
    public record Item(
            String ingredient,
            String name,
            String nameEn,
            @Nullable String foodGroup,
            @Nullable String category,
            int lossPercent,
            long grams,
            long storedGrams,
            long missingGrams) {

        public String name(Locale locale) {
            return Menu.named(name, nameEn, locale);
        }
    }
}
