package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Both certificates must be in force at every layer, and every layer says the same if not. */
@MarketplaceTest
class GateIT {
    private static final String SUPPLIER = "category_code IS NULL";
    private static final String TUBERS = "category_code = 'tuber'";
    private static final String SUSPENDED = "state = 'SUSPENDED'";
    private static final String REVOKED = "state = 'REVOKED'";
    private static final String EXPIRED = "valid_until = now() - interval '1 second'";
    private static final String NOT_BEGUN = "valid_from = now() + interval '1 hour'";

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @AfterEach
    void restore() {
        database.sql(
                        """
                        UPDATE certificate SET state = 'IN_FORCE', valid_from = now() - interval '30 days',
                                               valid_until = now() + interval '300 days'
                        WHERE statement = '演示数据'
                          AND organisation_id = (SELECT organisation_id FROM person WHERE username = 'cooperative')
                        """)
                .then()
                .block();
    }

    static List<Arguments> changes() {
        return Stream.of(SUPPLIER, TUBERS)
                .flatMap(which ->
                        Stream.of(SUSPENDED, REVOKED, EXPIRED, NOT_BEGUN)
                                .map(change -> Arguments.of(change, which)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void stopsEveryStepOfASaleWithTheSameReason(String change, String which) {
        String listed = market.list("cooperative", 100);
        String withdrawn = market.list("cooperative", 100);
        api.post("cooperative", "/products/" + withdrawn + "/withdrawal", Map.of());
        String placed = market.order("buyer", listed, 1);
        String confirmed = market.order("buyer", listed, 1);
        market.step("cooperative", confirmed, "confirmation", Map.of());
        api.put("buyer", "/cart/lines/" + listed, Map.of("quantity", 1));
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        Map<String, Object> order = Map.of("lines", List.of(Market.line(listed, 1)));

        set(change, which);

        assertRefused(api.post("cooperative", "/products", form));
        assertRefused(api.put("cooperative", "/products/" + listed, "\"1-3\"", form));
        assertRefused(api.post("cooperative", "/products/" + withdrawn + "/listing", Map.of()));
        assertThat(api.get("buyer", "/cart").body().toString()).contains("产品认证证书");
        assertRefused(api.post("buyer", "/orders", order));
        assertRefused(api.post("cooperative", "/orders/" + placed + "/confirmation", Map.of()));
        assertRefused(api.post("cooperative", "/orders/" + confirmed + "/shipment", Map.of()));
        assertThat(api.get("", "/products/" + listed).body().has("certificateNumber")).isFalse();
        assertThat(market.state(placed)).isEqualTo("PLACED");
        assertThat(market.state(confirmed)).isEqualTo("CONFIRMED");
        assertThat(api.get("", "/products/" + listed).number("/available")).isEqualTo(98);
    }

    @Test
    void letsProduceOfOtherCategoriesPass() {
        String tubers = market.list("cooperative", 100);

        set(REVOKED, "category_code = 'honey'");

        market.ship("cooperative", market.order("buyer", tubers, 1));
    }

    @Test
    void coversWhatIsBelowTheCategoryOfACertificate() {
        String potatoes = potatoes();

        set(REVOKED, TUBERS);

        assertRefused(
                api.post("buyer", "/orders", Map.of("lines", List.of(Market.line(potatoes, 1)))));
    }

    @Test
    void sellsUnderTheCertificateOfTheNearestCategoryAbove() {
        String potatoes = potatoes();
        String ofTubers = certificateOf(potatoes);
        certifyPotatoesUntilTomorrow();
        ring();
        try {
            await().untilAsserted(
                            () -> assertThat(certificateOf(potatoes)).isEqualTo("C-POTATO-1"));
            assertThat(firstInDocument(potatoes)).isEqualTo("C-POTATO-1");
        } finally {
            database.sql("UPDATE certificate SET state = 'REVOKED' WHERE number = 'C-POTATO-1'")
                    .then()
                    .block();
            ring();
        }
        await().untilAsserted(() -> assertThat(certificateOf(potatoes)).isEqualTo(ofTubers));
    }

    /** As whoever decides of a certificate does: product pages are read anew. */
    private void ring() {
        database.sql("NOTIFY catalog_change").then().block();
    }

    private void certifyPotatoesUntilTomorrow() {
        database.sql(
                        """
                        INSERT INTO certificate (number, organisation_id, kind, category_code, state, valid_from, valid_until,
                                                 notice_until, applied_at, statement, county_reviewer, province_reviewer)
                        SELECT 'C-POTATO-1', organisation_id, kind, 'tuber-potato', state, valid_from,
                               now() + interval '1 day', notice_until, applied_at, '', county_reviewer, province_reviewer
                        FROM certificate
                        WHERE category_code = 'tuber' AND statement = '演示数据'
                          AND organisation_id = (SELECT organisation_id FROM person WHERE username = 'cooperative')
                        """)
                .then()
                .block();
    }

    private String potatoes() {
        Map<String, Object> form = Market.form("洋芋 " + UUID.randomUUID(), 10);
        form.put("category", "tuber-potato");
        return api.post("cooperative", "/products", form).text("/id");
    }

    private String certificateOf(String product) {
        return api.get("", "/products/" + product).text("/certificateNumber");
    }

    private String firstInDocument(String product) {
        String document =
                Objects.requireNonNull(
                        database.sql(
                                        "SELECT document::text AS d FROM catalog_document WHERE id = :id")
                                .bind("id", UUID.fromString(product))
                                .map(row -> Objects.requireNonNull(row.get("d", String.class)))
                                .one()
                                .block());
        assertThat(document).as("one line, as _bulk wants it").doesNotContain("\n");
        return JsonMapper.shared().readTree(document).at("/certificates/0/number").asString();
    }

    @Test
    void tellsSearchTheMomentsBetweenWhichBothRun() {
        String product = market.list("cooperative", 1);
        set("valid_from = '2026-02-01', valid_until = '2027-06-01'", SUPPLIER);
        set("valid_from = '2026-01-01', valid_until = '2027-05-01'", TUBERS);

        String ranges =
                database.sql(
                                "SELECT document ->> 'certified' AS r FROM catalog_document WHERE id = :id")
                        .bind("id", UUID.fromString(product))
                        .map(row -> Objects.requireNonNull(row.get("r", String.class)))
                        .one()
                        .block();

        assertThat(ranges).contains("\"gte\" : \"2026-02-01", "\"lt\" : \"2027-05-01");
    }

    private void set(String change, String which) {
        Long changed =
                database.sql(
                                "UPDATE certificate SET "
                                        + change
                                        + " WHERE organisation_id = (SELECT organisation_id FROM person WHERE username ="
                                        + " 'cooperative') AND statement = '演示数据' AND "
                                        + which)
                        .fetch()
                        .rowsUpdated()
                        .block();
        assertThat(changed).isEqualTo(1);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.text("/type")).endsWith(":certificate-not-in-force");
    }
}
