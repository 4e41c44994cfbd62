package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plan of a bureau's week.
 *
 * @param items none in a list of plans
 */
public record WeekPlan(
        String id,
        LocalDate weekStart,
        String state,
        int step,
        int steps,
        int lines,
        int unserved,
        long fen,
        int gapBp,
        long suppliers,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable List<Line> items) {

    /** Whether somebody works on it. */
    public boolean busy() {
        return state.equals("WAITING") || state.equals("RUNNING") || state.equals("ACCEPTED");
    }

    /** A line and its reasons. */
    public record Line(
            int number,
            String schoolId,
            String schoolName,
            String foodGroup,
            @Nullable String ingredient,
            @Nullable String ingredientName,
            @Nullable String ingredientNameEn,
            LocalDate day,
            long grams,
            @Nullable String productId,
            @Nullable String productName,
            @Nullable String supplierName,
            @Nullable String unit,
            long packages,
            long fen,
            @Nullable Long metres,
            @Nullable String nextProductId,
            @Nullable String nextName,
            @Nullable Long nextFen,
            @Nullable String cheaperName,
            @Nullable Long cheaperFen,
            @Nullable String cheaperRule,
            @Nullable String changeName,
            @Nullable String changeRule,
            @Nullable Long changeAmount,
            String chosenFor,
            boolean ordered,
            String refused) {

        /** The ingredient's name; {@code foodGroup} where the line is about any of a group. */
        public String called(Locale locale) {
            return ingredientName == null || ingredientNameEn == null
                    ? foodGroup
                    : Menu.named(ingredientName, ingredientNameEn, locale);
        }

        public boolean open() {
            return productId == null;
        }
    }
}
