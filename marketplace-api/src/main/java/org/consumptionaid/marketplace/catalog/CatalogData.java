package org.consumptionaid.marketplace.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/**
 * Loads the categories: parents stand above their children in the file, and a child without a food
 * group has its parent's.
 */
@Component
class CatalogData extends ReferenceData {
    private static final String FILE = "categories.csv";
    private static final String UPSERT =
            """
            INSERT INTO category (code, name_zh, name_en, food_group, sort, path)
            SELECT row.code, row.name_zh, row.name_en, coalesce(row.food_group, parent.food_group), row.sort,
                   CASE WHEN row.parent IS NULL THEN ARRAY[row.code] ELSE parent.path || row.code END
            FROM (VALUES (?::text, ?::text, ?::text, ?::text, ?::text, ?::smallint)) AS row (code, parent, name_zh, name_en, food_group, sort)
            LEFT JOIN category parent ON parent.code = row.parent
            ON CONFLICT (code) DO UPDATE
            SET name_zh = excluded.name_zh, name_en = excluded.name_en, food_group = excluded.food_group,
                sort = excluded.sort, path = excluded.path
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
                                CsvTable.textOrNull(row, "parent"),
                                row.getField("name_zh"),
                                row.getField("name_en"),
                                CsvTable.textOrNull(row, "food_group"),
                                Integer.valueOf(row.getField("sort"))));
    }
}
