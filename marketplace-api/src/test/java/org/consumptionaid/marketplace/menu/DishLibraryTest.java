package org.consumptionaid.marketplace.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.consumptionaid.marketplace.catalog.ProductNames;
import org.junit.jupiter.api.Test;

class DishLibraryTest {
    private static final DishLibrary LIBRARY = DishLibrary.read();

    @Test
    void hasEnoughDishesForATermAndOnlyIngredientsItKnows() {
        assertThat(LIBRARY.dishes()).hasSizeGreaterThan(150);
        assertThat(LIBRARY.dishes())
                .allSatisfy(dish -> {
                    assertThat(dish.parts()).as(dish.name()).isNotEmpty();
                    assertThat(dish.seasonFrom()).isBetween(1, 12);
                    assertThat(dish.seasonTo()).isBetween(1, 12);
                });
        assertThat(LIBRARY.dishes().stream().map(Dish::name)).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatSchoolsMayNotServeAndWhy() {
        assertThat(LIBRARY.dishes().stream().filter(dish -> dish.ban().isPresent()))
                .extracting(Dish::name, dish -> dish.ban().orElseThrow().problem())
                .contains(tuple("凉拌黄瓜", "banned-cold-dish"), tuple("干煸四季豆", "banned-ingredient"));
    }

    @Test
    void knowsWhichProductsServeAnIngredient() {
        assertThat(served("potato", "会宁洋芋")).isTrue();
        assertThat(served("pork-lean", "乌金猪瘦肉")).isTrue();
        assertThat(served("pork-lean", "高原黑猪肉")).as("called by its category").isTrue();
        assertThat(served("pork-lean", "老家五花肉")).isFalse();
        assertThat(served("tofu-firm", "石屏老豆腐")).isTrue();
        assertThat(served("tofu-firm", "冻豆腐")).isFalse();
        assertThat(served("millet", "陇东小米")).isTrue();
        assertThat(served("rice", "赫章大米")).isTrue();
        assertThat(served("black-rice", "赫章大米")).as("大米 is an ingredient").isFalse();
    }

    /** 洋葱 is no 葱: a longer name of another ingredient counts first. */
    @Test
    void aLongerNameOfAnotherIsNotMeant() {
        ProductNames names = IngredientNames.of(List.of("葱"), List.of(), false, List.of("葱", "洋葱"));
        assertThat(like(names, "章丘大葱")).isTrue();
        assertThat(like(names, "紫皮洋葱")).isFalse();
    }

    private static boolean served(String ingredient, String product) {
        return like(LIBRARY.ingredient(ingredient).orElseThrow().names(), product);
    }

    /** As SQL's LIKE with % at both ends. */
    private static boolean like(ProductNames names, String product) {
        return any(names.patterns(), product) && !any(names.others(), product);
    }

    private static boolean any(List<String> patterns, String product) {
        return patterns.stream().anyMatch(pattern -> product.contains(pattern.replace("%", "")));
    }
}
