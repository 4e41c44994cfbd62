package org.consumptionaid.marketplace.menu;

import java.util.List;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.ProductNames;

/**
 * Which products serve an ingredient: those of its category that are called by one of its names,
 * and not by a longer name of another one (洋葱 is no 葱). Where a category has one ingredient only,
 * or the product is called by the category's own name (黑猪肉) and no ingredient has that name, the
 * category is enough.
 */
final class IngredientNames {
    private IngredientNames() {}

    /**
     * @param own the ingredient's name and its other names
     * @param category the name of its category, if it has one
     * @param alone no other ingredient is of this category
     * @param all names of all ingredients
     */
    static ProductNames of(
            List<String> own, List<String> category, boolean alone, List<String> all) {
        if (alone) {
            return ProductNames.ANY;
        }
        List<String> others =
                all.stream()
                        .filter(name -> !own.contains(name))
                        .filter(name -> own.stream().anyMatch(name::contains))
                        .map(IngredientNames::pattern)
                        .toList();
        return new ProductNames(
                Stream.concat(own.stream(), category.stream().filter(name -> !all.contains(name)))
                        .map(IngredientNames::pattern)
                        .distinct()
                        .toList(),
                others);
    }

    private static String pattern(String name) {
        return "%" + name + "%";
    }
}
