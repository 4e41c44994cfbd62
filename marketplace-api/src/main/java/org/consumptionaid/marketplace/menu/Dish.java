package org.consumptionaid.marketplace.menu;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A dish of the library.
 *
 * @param method how it is cooked, as menus write it: 蒸, 煮, 炒 …
 * @param seasonFrom month from which its ingredients are fresh, 1 to 12; 1 and 12 all year
 * @param seasonTo month until which, may lie before {@code seasonFrom}
 */
record Dish(
        String code,
        String name,
        String nameEn,
        DishKind kind,
        String method,
        int seasonFrom,
        int seasonTo,
        List<DishPart> parts,
        Set<DishFlag> flags) {

    /** Why schools may not serve a dish. */
    record Ban(String problem, String because) {}

    boolean inSeason(int month) {
        return seasonFrom <= seasonTo
                ? month >= seasonFrom && month <= seasonTo
                : month >= seasonFrom || month <= seasonTo;
    }

    Optional<Ban> ban() {
        return flags.stream()
                .filter(flag -> !flag.problem().isEmpty())
                .sorted()
                .map(flag -> new Ban(flag.problem(), ""))
                .findFirst()
                .or(() ->
                        parts.stream()
                                .map(DishPart::ingredient)
                                .filter(ingredient -> ingredient.banned() != null)
                                .map(ingredient -> new Ban("banned-ingredient", ingredient.name()))
                                .findFirst());
    }

    List<Allergen> allergens() {
        return parts.stream()
                .flatMap(part -> part.ingredient().allergens().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
