package org.consumptionaid.marketplace.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** The way of an application, on a clock that the test moves. */
@MarketplaceTest
@Import(MovableClock.class)
class ApplicationsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private MovableClock clock;

    @Autowired private DatabaseClient database;

    @BeforeEach
    void forgetHoneyAndOpenApplications() {
        moveTo(Instant.now());
        market.refuseOpenApplications();
        execute(
                """
                UPDATE certificate
                SET state = CASE WHEN valid_from IS NULL THEN 'REFUSED' ELSE 'REVOKED' END
                WHERE category_code = 'honey'
                """);
    }

    @Test
    void leadsThroughCorrectionBothOfficesAndTheNoticeIntoForceAndToItsEnd() {
        Map<String, Object> honey = Market.form("蜂蜜 " + UUID.randomUUID(), 10);
        honey.put("category", "honey");
        assertThat(list(honey).text("/type")).endsWith("certificate-not-in-force");

        String id = apply("honey").text("/id");
        decide("county", id, "RETURN", "请补充蜂群数量的依据");
        assertThat(phase(id)).isEqualTo("RETURNED");
        assertThat(api.get("cooperative", "/certifications/waiting").body().toString())
                .contains(id);
        Answer corrected =
                api.post("cooperative", "/certifications/" + id + "/resubmission", form("honey"));
        assertThat(corrected.text("/phase")).isEqualTo("COUNTY_REVIEW");
        decide("county", id, "APPROVE", "");
        Answer approved = decide("province", id, "APPROVE", "");

        String number = approved.text("/number");
        assertThat(approved.text("/phase")).isEqualTo("PUBLIC_NOTICE");
        assertThat(list(honey).status()).isEqualTo(409);
        Instant begins = Instant.parse(approved.text("/validFrom"));
        moveTo(begins.minus(SECOND));
        assertThat(list(honey).status()).isEqualTo(409);
        moveTo(begins);
        Answer listed = list(honey);
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        assertThat(listed.text("/certificateNumber")).isEqualTo(number);

        Answer shown = api.get("", "/certificates/" + number);
        assertThat(shown.text("/state")).isEqualTo("IN_FORCE");
        assertThat(shown.text("/categoryName")).isEqualTo("蜂产品");
        assertThat(shown.text("/countyReviewer")).isEqualTo("会宁县农业农村局（演示）");
        assertThat(shown.text("/provinceReviewer")).isEqualTo("甘肃省农业农村厅（演示）");
        assertThat(shown.number("/seasons/0/certifiedGrams")).isEqualTo(70_000);
        assertThat(shown.body().get("events").findValuesAsString("action"))
                .containsExactly("APPLY", "RETURN", "RESUBMIT", "APPROVE", "APPROVE");
        assertThat(shown.body().toString())
                .contains("请补充蜂群数量的依据")
                .doesNotContain("张伟", "刘洋", "马建国");

        moveTo(Instant.parse(approved.text("/validUntil")));
        assertThat(api.get("", "/certificates/" + number).text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void renewsWithoutAGap() {
        String first = approve(apply("honey").text("/id")).text("/validUntil");

        Answer renewal = approve(apply("honey").text("/id"));

        assertThat(renewal.text("/phase")).isEqualTo("PUBLIC_NOTICE");
        assertThat(renewal.text("/validFrom")).isEqualTo(first);
    }

    @Test
    void showsReviewersTheirOwnPlaceOnly() {
        Answer elsewhere = api.post("cooperative2", "/certifications", Map.of("kind", "SUPPLIER"));
        String id = elsewhere.text("/id");

        for (String reviewer : List.of("county", "province", "cooperative")) {
            assertThat(api.get(reviewer, "/certifications/" + id).status()).isEqualTo(404);
            assertThat(api.get(reviewer, "/certifications").body().toString()).doesNotContain(id);
            assertThat(api.get(reviewer, "/certifications/waiting").body().toString())
                    .doesNotContain(id);
        }
        assertThat(post("county", id, "APPROVE", "").status()).isEqualTo(404);
        assertThat(api.get("", "/certificates/" + elsewhere.text("/number")).status())
                .as("an application is no certificate")
                .isEqualTo(404);
        assertThat(api.get("auditor", "/certifications/" + id).status()).isEqualTo(200);
    }

    @Test
    void tellsSearchWithTheDecisionAndWithNothingElse() {
        String product = market.list("cooperative", 10);
        String supplier = certificate("category_code IS NULL");
        long before = version(product);

        post("province", supplier, "SUSPEND", "");
        assertThat(version(product)).isEqualTo(before);
        decide("province", supplier, "SUSPEND", "抽检不合格");
        assertThat(version(product)).isEqualTo(before + 1);
        assertThat(changes(product)).isEqualTo(2);
        assertThat(ranges("tuber")).isZero();

        decide("province", supplier, "RESUME", "整改完成");
        assertThat(changes(product)).isEqualTo(3);
        assertThat(ranges("tuber")).isPositive();
    }

    @Test
    void putsTheMostUrgentFirstAndMarksWhatIsOverdue() {
        String later = apply("honey").text("/id");
        String sooner =
                api.post("cooperative", "/certifications", Map.of("kind", "SUPPLIER")).text("/id");
        execute("UPDATE certificate SET due_on = '2026-01-01' WHERE id = '" + sooner + "'");

        Answer waiting = api.get("county", "/certifications/waiting");

        assertThat(waiting.body().get("items").findValuesAsString("id"))
                .containsExactly(sooner, later);
        assertThat(waiting.body().at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(waiting.body().at("/items/1/overdue").asBoolean()).isFalse();
    }

    @Test
    void remindsACooperativeOfWhatEndsUntilItAppliesForTheRenewal() {
        Instant ends =
                Instant.parse(
                        text(
                                "SELECT to_char(valid_until AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS"
                                        + " value FROM certificate WHERE id = '"
                                        + certificate("category_code IS NULL")
                                        + "'"));
        String supplier = certificate("category_code IS NULL");

        moveTo(ends.minus(Duration.ofDays(61)));
        assertThat(waiting("cooperative")).doesNotContain(supplier);
        moveTo(ends.minus(Duration.ofDays(59)));
        assertThat(waiting("cooperative")).contains(supplier);
        assertThat(waiting("county")).doesNotContain(supplier);

        api.post("cooperative", "/certifications", Map.of("kind", "SUPPLIER"));
        assertThat(waiting("cooperative")).doesNotContain(supplier);
    }

    /** The demonstration's too, which no office has really taken. */
    @Test
    void hasNoStepOnRecordThatTheLifeDoesNotKnow() {
        List<String> known =
                CertificateLife.TABLE.stream()
                        .map(edge -> edge.from() + " " + edge.action() + " " + edge.to())
                        .toList();

        assertThat(
                        database.sql(
                                        "SELECT DISTINCT from_phase || ' ' || action || ' ' || to_phase AS step FROM"
                                                + " certificate_event")
                                .mapValue(String.class)
                                .all()
                                .collectList()
                                .block())
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @CsvSource({
        "county, RETURN, '', 422, reason-missing",
        "province, APPROVE, '', 409, wrong-certificate-phase",
        "county, RESUME, 整改完成, 409, wrong-certificate-phase"
    })
    void refusesADecisionThatIsNotTheCallersNow(
            String who, String action, String reason, int status, String code) {
        String id = apply("honey").text("/id");

        Answer refused = post(who, id, action, reason);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("/type")).endsWith(":" + code);
        assertThat(phase(id)).isEqualTo("COUNTY_REVIEW");
    }

    @Test
    void refusesASecondApplicationForTheSame() {
        apply("honey");

        Answer second = api.post("cooperative", "/certifications", form("honey"));

        assertThat(second.text("/type")).endsWith(":application-open");
    }

    @Test
    void saysWhatIsMissingInAnApplication() {
        assertThat(problem(Map.of("kind", "PRODUCT"))).endsWith(":category-missing");
        assertThat(problem(Map.of("kind", "PRODUCT", "category", "honey")))
                .endsWith(":seasons-missing");
        assertThat(problem(form("weapons"))).endsWith(":unknown-category");
        assertThat(
                        problem(
                                Map.of(
                                        "kind",
                                        "PRODUCT",
                                        "category",
                                        "honey",
                                        "seasons",
                                        List.of(season(5), season(6)))))
                .endsWith(":seasons-overlap");
    }

    @Test
    void keepsWhatWasDecidedForEver() {
        apply("honey");

        assertThatThrownBy(() -> execute("UPDATE certificate_event SET reason = 'x'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> execute("DELETE FROM certificate_event"))
                .hasStackTraceContaining("permission denied");
    }

    private static Map<String, Object> form(String category) {
        return Map.of("kind", "PRODUCT", "category", category, "seasons", List.of(season(1)));
    }

    /** From a month to the end of this year, of one head that gives 70 kg. */
    private static Map<String, Object> season(int month) {
        LocalDate from = LocalDate.now(BusinessDay.ZONE).withMonth(month).withDayOfMonth(1);
        return Map.of(
                "from",
                from,
                "to",
                from.with(TemporalAdjusters.lastDayOfYear()),
                "basis",
                "HERD",
                "amountHundredths",
                100,
                "gramsPerUnit",
                70_000);
    }

    private Answer apply(String category) {
        Answer applied = api.post("cooperative", "/certifications", form(category));
        assertThat(applied.status()).as(applied.body().toString()).isEqualTo(201);
        return applied;
    }

    private Answer approve(String id) {
        decide("county", id, "APPROVE", "");
        return decide("province", id, "APPROVE", "");
    }

    private Answer decide(String who, String id, String action, String reason) {
        Answer decided = post(who, id, action, reason);
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        return decided;
    }

    private Answer post(String who, String id, String action, String reason) {
        return api.post(
                who,
                "/certifications/" + id + "/decision",
                Map.of("action", action, "reason", reason));
    }

    private String problem(Map<String, Object> application) {
        return api.post("cooperative", "/certifications", application).text("/type");
    }

    private List<String> waiting(String who) {
        return api.get(who, "/certifications/waiting").body().get("items").findValuesAsString("id");
    }

    private void moveTo(Instant now) {
        clock.set(now);
        api.signOut();
    }

    private Answer list(Map<String, Object> form) {
        return api.post("cooperative", "/products", form);
    }

    private String phase(String id) {
        return api.get("cooperative", "/certifications/" + id).text("/phase");
    }

    private String certificate(String which) {
        return text(
                "SELECT id::text AS value FROM certificate WHERE organisation_id ="
                        + " (SELECT organisation_id FROM person WHERE username = 'cooperative') AND "
                        + which
                        + " AND state = 'IN_FORCE'");
    }

    private long version(String product) {
        return Long.parseLong(
                text("SELECT version::text AS value FROM product WHERE id = '" + product + "'"));
    }

    private long changes(String product) {
        return Long.parseLong(
                text(
                        "SELECT count(*)::text AS value FROM catalog_change WHERE aggregateid = '"
                                + product
                                + "'"));
    }

    private long ranges(String category) {
        return Long.parseLong(
                text(
                        "SELECT count(*)::text AS value FROM certified_period WHERE category_code = '"
                                + category
                                + "' AND organisation_id = (SELECT organisation_id FROM person WHERE username ="
                                + " 'cooperative')"));
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql)
                        .map(row -> Objects.requireNonNull(row.get("value", String.class)))
                        .one()
                        .block());
    }

    private void execute(String sql) {
        database.sql(sql).then().block();
    }
}
