package org.consumptionaid.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consumptionaid.marketplace.shared.CheckedNumber;

/** The tables of a catalogue and how a row of each is filled. */
final class CatalogueTables {
    static final Instant CREATED = GeneratedIds.FIRST_DAY;

    /** Long enough that a catalogue of this seed can be used for years. */
    private static final Instant CERTIFIED_UNTIL = CREATED.plus(Duration.ofDays(5 * 365));

    private static final char CERTIFICATE_LETTER = 'Z';

    private final Connection connection;

    CatalogueTables(Connection connection) {
        this.connection = connection;
    }

    /** Certificate numbers a supplier may need: its own and one for each category. */
    static final int NUMBERS_PER_SUPPLIER = 32;

    void writeSuppliers(List<Supplier> suppliers, long firstNumber) throws SQLException {
        CopyRows organisations =
                rows("organisation (id, kind, name, credit_code, county_code, demo, created_at)");
        CopyRows certificates =
                rows(
                        "certificate (number, organisation_id, kind, state, valid_from, valid_until,"
                                + " county_reviewer, province_reviewer)");
        for (int i = 0; i < suppliers.size(); i++) {
            Supplier supplier = suppliers.get(i);
            organisations.add(
                    supplier.id(),
                    "COOPERATIVE",
                    supplier.name(),
                    supplier.creditCode(),
                    supplier.countyCode(),
                    true,
                    CREATED);
            certificates.add(
                    CheckedNumber.of(
                            CERTIFICATE_LETTER, firstNumber + (long) i * NUMBERS_PER_SUPPLIER),
                    supplier.id(),
                    "SUPPLIER",
                    "IN_FORCE",
                    CREATED,
                    CERTIFIED_UNTIL,
                    supplier.county() + "农业农村局（演示）",
                    "农业农村厅（演示）");
        }
        organisations.send();
        certificates.send();
    }

    /**
     * A certificate for produce of each of the categories.
     *
     * @param firstNumber of the numbers the supplier may use
     */
    static void certify(
            CopyRows certificates, Supplier supplier, Set<String> categories, long firstNumber) {
        long number = firstNumber;
        for (String category : categories) {
            number++;
            certificates.add(
                    CheckedNumber.of(CERTIFICATE_LETTER, number),
                    supplier.id(),
                    "PRODUCT",
                    category,
                    "IN_FORCE",
                    CREATED,
                    CERTIFIED_UNTIL,
                    supplier.county() + "农业农村局（演示）",
                    "农业农村厅（演示）");
        }
    }

    CopyRows productCertificates() throws SQLException {
        return rows(
                "certificate (number, organisation_id, kind, category_code, state, valid_from,"
                        + " valid_until, county_reviewer, province_reviewer)");
    }

    CopyRows products() throws SQLException {
        return rows(
                "product (id, organisation_id, county_code, category_code, name, variety, grade,"
                        + " description, unit, net_weight_grams, price_fen, season_from, season_to,"
                        + " listed, demo, pinyin, created_at, updated_at)");
    }

    CopyRows stocks() throws SQLException {
        return rows("stock (product_id, available)");
    }

    CopyRows prices() throws SQLException {
        return rows("price_history (product_id, valid_from, price_fen, net_weight_grams)");
    }

    private CopyRows rows(String columns) throws SQLException {
        return new CopyRows(connection, columns);
    }
}
