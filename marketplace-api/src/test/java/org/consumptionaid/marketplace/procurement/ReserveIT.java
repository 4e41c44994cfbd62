package org.consumptionaid.marketplace.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Boxes of 36.80 yuan; other tests order too, so what is looked at is what changes. */
@MarketplaceTest
class ReserveIT {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @Test
    void followsAnOrderFromItsSignatureToWhatCounts() {
        Map<String, Long> before = accounts("buyer");
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        assertThat(change("buyer", before)).as("nobody has signed it").isEmpty();

        market.step("cooperative", order, "confirmation", Map.of());
        assertThat(change("buyer", before))
                .isEqualTo(Map.of("openFen", -7_360L, "committedFen", 7_360L));
        market.step("cooperative", order, "shipment", Map.of());
        market.accept("buyer", order, 19_600);
        assertThat(change("buyer", before))
                .as("what was not accepted is open again")
                .isEqualTo(Map.of("openFen", -7_213L, "acceptedFen", 7_213L));
        market.remit(order);
        assertThat(change("buyer", before))
                .isEqualTo(Map.of("openFen", -7_213L, "countedFen", 7_213L));
    }

    @Test
    void takesBackWhatIsCancelledCreditedOrPaidByMistake() {
        Map<String, Long> before = accounts("buyer");
        String cancelled = market.order("buyer", market.list("cooperative", 10), 2);
        market.step("cooperative", cancelled, "confirmation", Map.of());
        market.step("buyer", cancelled, "cancellation", Map.of("reason", "不要"));
        assertThat(change("buyer", before)).isEmpty();

        String order = paid(1);
        allow(order, 680);
        assertThat(change("buyer", before))
                .isEqualTo(Map.of("openFen", -3_000L, "countedFen", 3_000L));

        String other = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", other);
        market.accept("buyer", other, 10_000);
        String line = market.remitByStatement(other);
        assertThat(change("buyer", before)).containsEntry("countedFen", 6_680L);
        Answer reversed =
                api.post("operator", "/bank-lines/" + line + "/reversal", Map.of("reason", "记错"));
        assertThat(reversed.status()).as(reversed.body().toString()).isEqualTo(200);
        assertThat(change("buyer", before))
                .isEqualTo(Map.of("openFen", -6_680L, "acceptedFen", 3_680L, "countedFen", 3_000L));
    }

    @Test
    void filesAYearAndFilesItAnew() {
        Answer filed = file("buyer2", "OWN", "", 1_000_000_00L, 1_500);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(filed.number("/filings/0/reservedFen")).isEqualTo(150_000_00L);
        long open = filed.number("/openFen");

        Answer again = file("buyer2", "OWN", "", 800_000_00L, 1_500);

        assertThat(again.number("/filings/0/reservedFen")).isEqualTo(120_000_00L);
        assertThat(again.body().get("filings").size()).as("what was filed stays").isGreaterThan(1);
        assertThat(open - again.number("/openFen")).isEqualTo(30_000_00L);
        assertThat(again.text("/filings/0/late")).isNotEmpty();
        assertThat(file("buyer2", "OWN", "", 800_000_00L, 900).text("/type"))
                .endsWith("share-too-low");
        assertThat(file("buyer2", "SHARED", "", 0, 0).text("/type")).endsWith("partner-missing");
        Map<String, Object> old = form("OWN", "", 1, 1_000);
        old.put("fiscalYear", thisYear() - 1);
        assertThat(api.post("buyer2", "/procurement/filings", old).text("/type"))
                .endsWith("fiscal-year-closed");
        assertThatThrownBy(() -> execute("UPDATE reserve_filing SET reserved_fen = 0"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void countsAnOrderForAnotherUnitOnceThatUnitAndTheOperatorAgree() {
        String order = paid(1);
        Map<String, Long> buyer = accounts("buyer");
        Map<String, Long> buyer2 = accounts("buyer2");
        Answer asked = ask(order, "昆明市图书馆（演示）");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        String id = asked.text("/id");
        assertThat(ask(order, "昆明市图书馆（演示）").text("/type")).endsWith("correction-open");
        assertThat(decide("buyer", id, true).status()).as("not its own").isEqualTo(404);

        assertThat(decide("operator", id, true).text("/state")).isEqualTo("ASKED");
        assertThat(decide("operator", id, true).text("/type")).endsWith("correction-decided");
        assertThat(change("buyer", buyer)).isEmpty();
        assertThat(decide("buyer2", id, true).text("/state")).isEqualTo("DONE");

        assertThat(change("buyer", buyer))
                .isEqualTo(Map.of("openFen", 3_680L, "countedFen", -3_680L));
        assertThat(change("buyer2", buyer2))
                .isEqualTo(Map.of("openFen", -3_680L, "countedFen", 3_680L));
        allow(order, 680);
        assertThat(change("buyer2", buyer2))
                .as("and it goes on there")
                .isEqualTo(Map.of("openFen", -3_000L, "countedFen", 3_000L));
        assertThat(ask(order, "没有的单位").text("/type")).endsWith("unknown-unit");
        assertThat(ask(order, "昆明市图书馆（演示）").text("/type")).endsWith("same-unit");
    }

    @Test
    void leavesAnOrderWhereItIsWhenOneSaysNo() {
        String order = paid(1);
        Map<String, Long> buyer = accounts("buyer");
        String id = ask(order, "昆明市图书馆（演示）").text("/id");

        assertThat(decide("buyer2", id, false).text("/type")).endsWith("refusal-unexplained");
        Answer refused =
                api.post(
                        "buyer2",
                        "/procurement/corrections/" + id + "/decision",
                        Map.of("agrees", false, "reason", "不是我单位的"));

        assertThat(refused.text("/state")).isEqualTo("REFUSED");
        assertThat(decide("operator", id, true).text("/type")).endsWith("correction-decided");
        assertThat(change("buyer", buyer)).isEmpty();
        String placed = market.order("buyer", market.list("cooperative", 1), 1);
        assertThat(ask(placed, "昆明市图书馆（演示）").text("/type")).endsWith("counts-for-nothing");
    }

    /** The accounts say what the orders say. */
    @Test
    void addsUpToTheOrdersThemselves() {
        paid(1);
        for (String stage : List.of("COMMITTED", "ACCEPTED", "COUNTED")) {
            assertThat(
                            number(
                                    """
                                    SELECT count(*) FROM (
                                        SELECT r.unit_id, r.fiscal_year, sum(r.fen) AS fen FROM reserve_order r
                                        WHERE r.stage = '%1$s' GROUP BY 1, 2) o
                                    WHERE o.fen <> (SELECT coalesce(sum(p.amount_fen), 0) FROM ledger_account a
                                                    JOIN ledger_posting p ON p.account_id = a.id
                                                    WHERE a.code = 'unit/' || o.unit_id || '/' || o.fiscal_year || '-' || lower('%1$s'))
                                    """
                                            .formatted(stage)))
                    .as(stage)
                    .isZero();
        }
        assertThat(
                        number(
                                """
                                SELECT count(*) FROM purchase_order o JOIN reserve_order r ON r.order_id = o.id
                                WHERE r.stage = 'COUNTED' AND (o.state NOT IN ('PAID', 'SETTLED') OR o.accepted_fen <> r.fen)
                                """))
                .isZero();
    }

    private static int thisYear() {
        return LocalDate.now(BusinessDay.ZONE).getYear();
    }

    private String paid(long boxes) {
        String order = market.order("buyer", market.list("cooperative", 10), boxes);
        market.ship("cooperative", order);
        market.accept("buyer", order, boxes * 10_000);
        market.remit(order);
        return order;
    }

    private void allow(String order, long fen) {
        Answer asked =
                api.post(
                        "buyer",
                        "/orders/" + order + "/complaints",
                        Map.of(
                                "kind",
                                "ALLOWANCE",
                                "reason",
                                "烂",
                                "lines",
                                List.of(Map.of("line", 1, "fen", fen))));
        Answer agreed =
                api.post(
                        "cooperative",
                        "/complaints/" + asked.text("/complaint/id") + "/decision",
                        Map.of("action", "AGREE"));
        assertThat(agreed.status()).as(agreed.body().toString()).isEqualTo(200);
    }

    private Answer file(String who, String canteen, String partner, long budget, int share) {
        return api.post(who, "/procurement/filings", form(canteen, partner, budget, share));
    }

    private static Map<String, Object> form(
            String canteen, String partner, long budget, int share) {
        Map<String, Object> form = new HashMap<>();
        form.put("fiscalYear", thisYear());
        form.put("canteen", canteen);
        form.put("partner", partner);
        form.put("foodBudgetFen", budget);
        form.put("shareBasisPoints", share);
        return form;
    }

    private Answer ask(String order, String unit) {
        return api.post(
                "buyer",
                "/orders/" + order + "/unit-corrections",
                Map.of("unitName", unit, "reason", "选错单位"));
    }

    private Answer decide(String who, String id, boolean agrees) {
        return api.post(
                who, "/procurement/corrections/" + id + "/decision", Map.of("agrees", agrees));
    }

    private Map<String, Long> accounts(String who) {
        Answer reserve = api.get(who, "/procurement/reserve");
        Map<String, Long> accounts = new HashMap<>();
        for (String name : List.of("openFen", "committedFen", "acceptedFen", "countedFen")) {
            accounts.put(name, reserve.number("/" + name));
        }
        return accounts;
    }

    private Map<String, Long> change(String who, Map<String, Long> before) {
        Map<String, Long> changes = new HashMap<>();
        accounts(who)
                .forEach((name, fen) -> changes.put(name, fen - before.getOrDefault(name, 0L)));
        changes.values().removeIf(fen -> fen == 0);
        return changes;
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block(WAIT));
    }

    private void execute(String sql) {
        database.sql(sql).then().block(WAIT);
    }
}
