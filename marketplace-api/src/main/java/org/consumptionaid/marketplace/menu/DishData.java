package org.consumptionaid.marketplace.menu;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/** Loads what other tables refer to of the dish library. */
@Component
class DishData extends ReferenceData {
    private static final String INGREDIENT =
            """
            INSERT INTO ingredient (code, name, name_en, category_code, patterns, others) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, name_en = excluded.name_en, category_code = excluded.category_code,
                patterns = excluded.patterns, others = excluded.others
            """;
    private static final String DISH =
            """
            INSERT INTO dish (code, name, name_en) VALUES (?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
            """;

    DishData() {
        super("5 dish library", DishLibrary.INGREDIENTS, DishLibrary.DISHES);
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        DishLibrary library = DishLibrary.read();
        batch(
                connection,
                INGREDIENT,
                List.copyOf(library.ingredients()),
                ingredient ->
                        Arrays.asList(
                                ingredient.code(),
                                ingredient.name(),
                                ingredient.nameEn(),
                                ingredient.category(),
                                ingredient.names().patterns().toArray(String[]::new),
                                ingredient.names().others().toArray(String[]::new)));
        batch(
                connection,
                DISH,
                List.copyOf(library.dishes()),
                dish -> Arrays.asList(dish.code(), dish.name(), dish.nameEn()));
    }
}
