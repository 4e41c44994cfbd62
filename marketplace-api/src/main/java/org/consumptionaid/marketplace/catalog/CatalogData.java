package org.consumptionaid.marketplace.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/** Loads the categories. */
@Component
class CatalogData extends ReferenceData {
    private static final String FILE = "categories.csv";
    private static final String UPSERT =
            """
            INSERT INTO category (code, name_zh, name_en, food_group, sort) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE
            SET name_zh = excluded.name_zh, name_en = excluded.name_en, food_group = excluded.food_group,
                sort = excluded.sort
            """;

    CatalogData() {
        super("3 categories", FILE);
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        batch(
                connection,
                UPSERT,
                CsvTable.read(FILE),
                row ->
                        Arrays.asList(
                                row.getField("code"),
                                row.getField("name_zh"),
                                row.getField("name_en"),
                                CsvTable.textOrNull(row, "food_group"),
                                Integer.valueOf(row.getField("sort"))));
    }
}
