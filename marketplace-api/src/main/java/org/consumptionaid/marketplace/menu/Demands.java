package org.consumptionaid.marketplace.menu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consumptionaid.marketplace.menu.DemandView.DayGrams;
import org.consumptionaid.marketplace.menu.DemandView.DemandItem;
import org.consumptionaid.marketplace.school.HeadCount;

/**
 * Menus to grams: servings × grams ÷ (1 − loss), rounded up to the gram by day; what is in the
 * store room is used up from Monday on.
 */
final class Demands {
    private static final long MG_PER_GRAM = 1000;

    private Demands() {}

    /**
     * @param menu the dishes of the school days that have any
     * @param stored grams by ingredient
     */
    static List<DemandItem> of(
            Map<LocalDate, List<Dish>> menu,
            List<HeadCount> pupils,
            List<Serving> servings,
            Map<String, Long> stored) {
        Map<Ingredient, List<DayGrams>> byIngredient = new LinkedHashMap<>();
        new TreeMap<>(menu)
                .forEach((day, dishes) ->
                        day(dishes, pupils, servings)
                                .forEach((ingredient, grams) ->
                                        byIngredient
                                                .computeIfAbsent(ingredient, _ -> new ArrayList<>())
                                                .add(new DayGrams(day, grams))));
        return byIngredient.entrySet().stream()
                .map(one ->
                        item(
                                one.getKey(),
                                one.getValue(),
                                stored.getOrDefault(one.getKey().code(), 0L)))
                .toList();
    }

    private static Map<Ingredient, Long> day(
            List<Dish> dishes, List<HeadCount> pupils, List<Serving> servings) {
        Map<Ingredient, Long> pot = new LinkedHashMap<>();
        for (Dish dish : dishes) {
            for (DishPart part : dish.parts()) {
                pot.merge(part.ingredient(), all(part, pupils, servings), Long::sum);
            }
        }
        pot.replaceAll((ingredient, milligrams) ->
                Math.ceilDiv(ingredient.bought(milligrams), MG_PER_GRAM));
        pot.values().removeIf(grams -> grams == 0);
        return pot;
    }

    private static long all(DishPart part, List<HeadCount> pupils, List<Serving> servings) {
        return pupils.stream()
                .mapToLong(count ->
                        servings.stream()
                                .filter(serving -> serving.ageGroup() == count.ageGroup())
                                .mapToLong(
                                        serving -> count.pupils() * serving.of(part.milligrams()))
                                .sum())
                .sum();
    }

    private static DemandItem item(Ingredient ingredient, List<DayGrams> days, long stored) {
        List<DayGrams> missing = new ArrayList<>();
        long left = stored;
        for (DayGrams day : days) {
            long used = Math.min(left, day.grams());
            left -= used;
            missing.add(new DayGrams(day.day(), day.grams() - used));
        }
        return new DemandItem(
                ingredient.code(),
                ingredient.name(),
                ingredient.nameEn(),
                ingredient.foodGroup(),
                ingredient.category(),
                ingredient.lossPercent(),
                days.stream().mapToLong(DayGrams::grams).sum(),
                stored,
                missing.stream().mapToLong(DayGrams::grams).sum(),
                missing);
    }
}
