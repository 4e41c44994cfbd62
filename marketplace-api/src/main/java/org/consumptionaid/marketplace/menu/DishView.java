package org.consumptionaid.marketplace.menu;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dish as canteens see it.
 *
 * @param seasonFrom month, 1 to 12
 * @param ban the code of the problem for which schools may not serve it
 * @param bannedFor the ingredient that forbids it
 * @param parts for a pupil of 9 to 11 years
 */
public record DishView(
        String code,
        String name,
        String nameEn,
        DishKind kind,
        String method,
        int seasonFrom,
        int seasonTo,
        List<Allergen> allergens,
        @Nullable String ban,
        @Nullable String bannedFor,
        List<Part> parts) {

    /** Milligrams of an ingredient, raw and trimmed. */
    public record Part(String ingredient, String name, String nameEn, long milligrams) {}

    static DishView of(Dish dish) {
        Optional<Dish.Ban> ban = dish.ban();
        return new DishView(
                dish.code(),
                dish.name(),
                dish.nameEn(),
                dish.kind(),
                dish.method(),
                dish.seasonFrom(),
                dish.seasonTo(),
                dish.allergens(),
                ban.map(Dish.Ban::problem).orElse(null),
                ban.map(Dish.Ban::because).filter(name -> !name.isEmpty()).orElse(null),
                dish.parts().stream()
                        .map(part ->
                                new Part(
                                        part.ingredient().code(),
                                        part.ingredient().name(),
                                        part.ingredient().nameEn(),
                                        part.milligrams()))
                        .toList());
    }
}
