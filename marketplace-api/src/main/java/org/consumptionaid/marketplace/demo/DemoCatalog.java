package org.consumptionaid.marketplace.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consumptionaid.marketplace.catalog.Readings;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One cooperative per county of {@code specialities.csv}, with the county's produce. */
@Component
@Profile("demo")
class DemoCatalog {
    static final String FILE = "specialities.csv";

    private static final String INSERT_COOPERATIVE =
            """
            INSERT INTO organisation (kind, name, credit_code, county_code, demo, created_at)
            SELECT 'COOPERATIVE', d.name || '田园农产品专业合作社（演示）', ?, d.code, true, ? FROM division d WHERE d.code = ?
            ON CONFLICT (credit_code) DO NOTHING
            """;
    private static final String INSERT_DELIVERY_AREAS =
            """
            INSERT INTO delivery_area (organisation_id, provinces)
            SELECT o.id, ARRAY['甘肃省', '青海省', '四川省', '西藏自治区']
            FROM organisation o JOIN division d ON d.code = o.county_code
            WHERE o.kind = 'COOPERATIVE' AND o.demo AND d.province IN ('青海省', '西藏自治区')
            ON CONFLICT (organisation_id) DO NOTHING
            """;
    private static final String INSERT_PRODUCT =
            """
            WITH new_product AS (
                INSERT INTO product (organisation_id, county_code, category_code, name, variety, grade, description,
                                     packaging, storage, shelf_life_days, unit, net_weight_grams, price_fen,
                                     season_from, season_to, gi_certificate, pinyin, demo, created_at, updated_at)
                SELECT o.id, o.county_code, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::smallint, ?, ?, ?, ?, ?, nullif(?, ''), ?,
                       true, ?, ?
                FROM organisation o WHERE o.county_code = ? AND o.kind = 'COOPERATIVE' AND o.demo
                ORDER BY o.credit_code LIMIT 1
                ON CONFLICT (organisation_id, name, variety, grade, unit, net_weight_grams) DO NOTHING
                RETURNING id, price_fen, net_weight_grams, created_at),
            priced AS (
                INSERT INTO price_history (product_id, valid_from, price_fen, net_weight_grams)
                SELECT id, created_at, price_fen, net_weight_grams FROM new_product),
            announced AS (INSERT INTO catalog_change (aggregateid) SELECT id FROM new_product)
            INSERT INTO stock (product_id, available) SELECT id, ? FROM new_product
            """;

    /** The statement's first parameters, by their columns in the file. */
    private static final List<String> TEXTS =
            List.of(
                    "category",
                    "name",
                    "variety",
                    "grade",
                    "description",
                    "packaging",
                    "storage",
                    "shelf_life_days",
                    "unit");

    private static final List<String> NUMBERS =
            List.of("net_weight_g", "price_fen", "season_from", "season_to");

    void load(Connection connection, Instant now) throws SQLException {
        List<NamedCsvRecord> products = CsvTable.read(FILE);
        insertCooperatives(connection, products, now);
        insertDeliveryAreas(connection);
        insertProducts(connection, products, now);
    }

    /** A valid code in form, of a farmers' cooperative (93), in a range that no register issues. */
    static CreditCode creditCode(String countyCode) {
        return CreditCode.ofBody("93" + countyCode + "DEMA0" + "0001");
    }

    private static void insertCooperatives(
            Connection connection, List<NamedCsvRecord> products, Instant now) throws SQLException {
        Set<String> counties = new LinkedHashSet<>();
        products.forEach(product -> counties.add(product.getField("county_code")));
        try (PreparedStatement insert = connection.prepareStatement(INSERT_COOPERATIVE)) {
            for (String county : counties) {
                insert.setString(1, creditCode(county).value());
                insert.setTimestamp(2, Timestamp.from(now));
                insert.setString(3, county);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Who is far away delivers nearby, everybody else everywhere. */
    private static void insertDeliveryAreas(Connection connection) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.executeUpdate(INSERT_DELIVERY_AREAS);
        }
    }

    private static void insertProducts(
            Connection connection, List<NamedCsvRecord> products, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PRODUCT)) {
            for (NamedCsvRecord product : products) {
                bind(insert, product, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, NamedCsvRecord product, Instant now)
            throws SQLException {
        int at = 0;
        for (String text : TEXTS) {
            insert.setString(++at, product.getField(text));
        }
        for (String number : NUMBERS) {
            insert.setLong(++at, Long.parseLong(product.getField(number)));
        }
        insert.setString(++at, product.getField("gi_certificate_no"));
        insert.setString(++at, Readings.of(product.getField("name"), product.getField("variety")));
        insert.setTimestamp(++at, Timestamp.from(now));
        insert.setTimestamp(++at, Timestamp.from(now));
        insert.setString(++at, product.getField("county_code"));
        insert.setLong(++at, Long.parseLong(product.getField("stock")));
    }
}
