package org.consumptionaid.marketplace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.CsvTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** The catalogue a first look shows, held against the files it was made from. */
@MarketplaceTest
class DemoCatalogIT {
    @Autowired private DatabaseClient database;

    private record Row(String name, String county, String category, String gi) {}

    @Test
    void offersEveryProductOfTheFile() {
        List<Row> products = products();

        assertThat(products).hasSize(CsvTable.read("specialities.csv").size());
        assertThat(products.size()).isGreaterThanOrEqualTo(300);
        assertThat(products.stream().map(Row::county).distinct().count())
                .isGreaterThanOrEqualTo(200);
        assertThat(products.stream().map(Row::category).distinct().count())
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void comesFromCountiesOfTheListAlone() {
        Set<String> listed = new HashSet<>();
        CsvTable.read("counties-832.csv").forEach(county -> listed.add(county.getField("code")));

        assertThat(products()).allSatisfy(product -> assertThat(listed).contains(product.county()));
    }

    @Test
    void claimsOnlyGeographicalIndicationsThatAreRegistered() {
        Map<String, String> registered = new HashMap<>();
        CsvTable.read("gi-products.csv")
                .forEach(row ->
                        registered.put(
                                row.getField("certificate_no")
                                        + row.getField("county_code")
                                        + row.getField("name"),
                                row.getField("certificate_no")));
        List<Row> claims = products().stream().filter(row -> !row.gi().isEmpty()).toList();

        assertThat(claims).isNotEmpty();
        assertThat(claims)
                .allSatisfy(claim ->
                        assertThat(registered)
                                .containsKey(claim.gi() + claim.county() + claim.name()));
        assertThat(claims).noneMatch(claim -> claim.gi().equals("AGI2017"));
    }

    @Test
    void comesFromCooperativesWithAValidCodeAndACertificate() {
        List<Map<String, Object>> cooperatives =
                rows(
                        """
                        SELECT o.name, o.credit_code, c.number, c.valid_until > now() AS valid
                        FROM organisation o LEFT JOIN certificate c ON c.organisation_id = o.id AND c.kind = 'SUPPLIER'
                                                AND c.state = 'IN_FORCE'
                        WHERE o.demo AND o.kind = 'COOPERATIVE'
                        """);

        assertThat(cooperatives)
                .allSatisfy(row -> {
                    assertThat(CreditCode.isValid(text(row, "credit_code"))).isTrue();
                    assertThat(CheckedNumber.isValid('Z', text(row, "number"))).isTrue();
                    assertThat(row).containsEntry("valid", true);
                    assertThat(text(row, "name")).endsWith("（演示）");
                });
    }

    @Test
    void tellsTheIndexersOfEveryProduct() {
        assertThat(
                        rows(
                                """
                                SELECT p.id FROM product p
                                WHERE p.demo AND NOT EXISTS (SELECT FROM catalog_change c WHERE c.aggregateid = p.id)
                                """))
                .isEmpty();
    }

    private List<Row> products() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT name, county_code AS county, category_code AS category,
                                       coalesce(gi_certificate, '') AS gi
                                FROM product WHERE demo
                                """)
                        .mapProperties(Row.class)
                        .all()
                        .collectList()
                        .block());
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private List<Map<String, Object>> rows(String sql) {
        return Objects.requireNonNull(database.sql(sql).fetch().all().collectList().block());
    }
}
