package org.consumptionaid.marketplace.bureau;

import java.time.LocalDate;
import java.util.UUID;
import org.consumptionaid.marketplace.matching.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Who brings a food group or an ingredient to a school on a day, and why.
 *
 * @param ingredient none: anything of the food group
 * @param productId none where nothing serves the line
 * @param metres by road
 * @param nextFen what the next best would cost
 * @param cheaperRule what kept the cheapest other offer away
 * @param changeRule where nothing serves it: the rule whose smallest change would help
 * @param changeAmount by how much: fen, grams, metres, or 1
 * @param chosenFor a person's reason, where a person decided
 * @param refused the code of the problem for which it could not be ordered
 */
public record PlanLine(
        int number,
        UUID schoolId,
        String schoolName,
        String foodGroup,
        @Nullable String ingredient,
        @Nullable String ingredientName,
        @Nullable String ingredientNameEn,
        LocalDate day,
        long grams,
        @Nullable UUID productId,
        @Nullable String productName,
        @Nullable String supplierName,
        @Nullable String unit,
        long packages,
        long fen,
        @Nullable Long metres,
        @Nullable UUID nextProductId,
        @Nullable String nextName,
        @Nullable Long nextFen,
        @Nullable String cheaperName,
        @Nullable Long cheaperFen,
        @Nullable Rule cheaperRule,
        @Nullable String changeName,
        @Nullable Rule changeRule,
        @Nullable Long changeAmount,
        String chosenFor,
        boolean ordered,
        String refused) {}
