package org.consumptionaid.marketplace.menu;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.catalog.ProductNames;
import org.consumptionaid.marketplace.menu.Ingredient.Shade;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.jspecify.annotations.Nullable;

/** The dishes canteens choose from, in the order of the file. */
final class DishLibrary {
    static final String DISHES = "dishes.csv";
    static final String INGREDIENTS = "ingredients.csv";

    private static final String CATEGORIES = "categories.csv";
    private static final BigDecimal MG_PER_GRAM = BigDecimal.valueOf(1000);
    private static final int DECEMBER = 12;

    private final Map<String, Ingredient> ingredients;
    private final Map<String, Dish> dishes;

    private DishLibrary(Map<String, Ingredient> ingredients, Map<String, Dish> dishes) {
        this.ingredients = ingredients;
        this.dishes = dishes;
    }

    /** Reads the files that come with the application. */
    static DishLibrary read() {
        Map<String, Ingredient> ingredients = readIngredients();
        Map<String, Dish> dishes =
                byCode(
                        CsvTable.read(DISHES).stream().map(row -> dish(row, ingredients)).toList(),
                        Dish::code);
        return new DishLibrary(ingredients, dishes);
    }

    Collection<Dish> dishes() {
        return dishes.values();
    }

    Collection<Ingredient> ingredients() {
        return ingredients.values();
    }

    Optional<Dish> dish(String code) {
        return Optional.ofNullable(dishes.get(code));
    }

    Optional<Ingredient> ingredient(String code) {
        return Optional.ofNullable(ingredients.get(code));
    }

    private static Map<String, Ingredient> readIngredients() {
        List<NamedCsvRecord> rows = CsvTable.read(INGREDIENTS);
        Map<String, NamedCsvRecord> categories =
                byCode(CsvTable.read(CATEGORIES), row -> row.getField("code"));
        List<String> all = rows.stream().flatMap(row -> names(row).stream()).toList();
        Map<String, Long> sharing =
                rows.stream()
                        .filter(row -> row.getField("banned").isEmpty())
                        .map(row -> row.getField("category"))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return byCode(
                rows.stream()
                        .map(row ->
                                ingredient(
                                        row,
                                        names(
                                                row,
                                                categories.get(row.getField("category")),
                                                sharing.getOrDefault(row.getField("category"), 0L),
                                                all)))
                        .toList(),
                Ingredient::code);
    }

    /** What stands at the top of the categories is of many kinds, whoever is alone there. */
    private static ProductNames names(
            NamedCsvRecord row, @Nullable NamedCsvRecord category, long sharing, List<String> all) {
        return category == null
                ? IngredientNames.of(names(row), List.of(), false, all)
                : IngredientNames.of(
                        names(row),
                        List.of(category.getField("name_zh")),
                        sharing == 1 && !category.getField("parent").isEmpty(),
                        all);
    }

    private static Ingredient ingredient(NamedCsvRecord row, ProductNames names) {
        String shade = row.getField("vegetable");
        return new Ingredient(
                row.getField("code"),
                row.getField("name_zh"),
                row.getField("name_en"),
                CsvTable.textOrNull(row, "category"),
                CsvTable.textOrNull(row, "food_group"),
                Integer.parseInt(row.getField("loss_percent")),
                Integer.parseInt(row.getField("kcal_per_100g")),
                Integer.parseInt(row.getField("counts_percent")),
                shade.isEmpty() ? null : Shade.valueOf(shade),
                words(row, "allergens").map(Allergen::valueOf).toList(),
                CsvTable.textOrNull(row, "banned"),
                names);
    }

    private static Dish dish(NamedCsvRecord row, Map<String, Ingredient> ingredients) {
        return new Dish(
                row.getField("code"),
                row.getField("name_zh"),
                row.getField("name_en"),
                DishKind.valueOf(row.getField("kind")),
                row.getField("method"),
                month(CsvTable.textOrNull(row, "season_from"), 1),
                month(CsvTable.textOrNull(row, "season_to"), DECEMBER),
                words(row, "ingredients").map(part -> part(part, ingredients)).toList(),
                flags(row));
    }

    private static DishPart part(String text, Map<String, Ingredient> ingredients) {
        int colon = text.indexOf(':');
        Ingredient ingredient = ingredients.get(text.substring(0, colon));
        if (ingredient == null) {
            throw new IllegalStateException(DISHES + ": unknown ingredient in " + text);
        }
        return new DishPart(
                ingredient,
                new BigDecimal(text.substring(colon + 1)).multiply(MG_PER_GRAM).longValueExact());
    }

    private static Set<DishFlag> flags(NamedCsvRecord row) {
        return words(row, "flags")
                .map(DishFlag::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DishFlag.class)));
    }

    private static int month(@Nullable String month, int otherwise) {
        return month == null ? otherwise : Integer.parseInt(month);
    }

    private static List<String> names(NamedCsvRecord row) {
        return Stream.concat(Stream.of(row.getField("name_zh")), words(row, "aliases")).toList();
    }

    private static Stream<String> words(NamedCsvRecord row, String field) {
        return Arrays.stream(row.getField(field).split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static <T> Map<String, T> byCode(List<T> rows, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(code.apply(row), row));
        return byCode;
    }
}
