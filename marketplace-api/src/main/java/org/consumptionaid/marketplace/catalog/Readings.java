package org.consumptionaid.marketplace.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.consumptionaid.marketplace.shared.Pinyin;
import org.consumptionaid.marketplace.shared.ReferenceData;
import org.springframework.stereotype.Component;

/** How products are read, for those who search in pinyin; fills it in where it is not known yet. */
@Component
public class Readings extends ReferenceData {
    private static final String UNREAD =
            "SELECT id::text, name, variety FROM product WHERE pinyin = ''";
    private static final String FILL_IN =
            """
            WITH read AS (
                UPDATE product SET pinyin = ?, version = version + 1 WHERE id = ?::uuid RETURNING id)
            INSERT INTO catalog_change (aggregateid) SELECT id FROM read
            """;

    Readings() {
        super("5 readings of products");
    }

    /** The name's syllables, and after a semicolon the variety's if it has one. */
    public static String of(String name, String variety) {
        String reading = Pinyin.of(name.replace(';', ' '));
        return variety.isEmpty() ? reading : reading + ";" + Pinyin.of(variety.replace(';', ' '));
    }

    @Override
    protected void load(Connection connection) throws SQLException {
        record Unread(String id, String name, String variety) {}
        List<Unread> unread = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNREAD)) {
            while (rows.next()) {
                unread.add(new Unread(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        batch(
                connection,
                FILL_IN,
                unread,
                product -> List.of(of(product.name(), product.variety()), product.id()));
    }
}
