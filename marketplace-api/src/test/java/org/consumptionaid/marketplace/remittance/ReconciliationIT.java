package org.consumptionaid.marketplace.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@MarketplaceTest
class ReconciliationIT {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String UNIT = "兰州市税务局机关食堂(演示)";
    private static final String TREASURY = "兰州市国库集中支付中心";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @Test
    void postsALineByItselfWhereCodeAmountAndPayerFit() {
        String order = accepted();
        String reference = reference();
        String statement = statement(row("36.80", UNIT, reference, "货款 " + number(order)));

        Answer first = market.importStatement(statement);
        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));

        assertThat(first.number("/newLines")).isEqualTo(1);
        JsonNode payment = api.get("buyer", "/payments?order=" + order).body().at("/items/0");
        assertThat(payment.get("bankReference").asString()).isEqualTo(reference);
        assertThat(payment.get("payerName").asString()).isEqualTo(UNIT);
        assertThat(market.importStatement(statement + "\n").number("/newLines")).isZero();
        assertThat(api.get("buyer", "/orders/" + order).number("/paidFen")).isEqualTo(3_680);
    }

    @Test
    void paysSeveralOrdersUnderOneCode() {
        String first = accepted();
        String second = accepted();
        Answer bundle =
                api.post("buyer", "/remittance-codes", Map.of("orderIds", List.of(first, second)));
        assertThat(bundle.status()).isEqualTo(201);
        assertThat(bundle.number("/dueFen")).isEqualTo(7_360);

        market.importStatement(statement(row("73.60", UNIT, reference(), bundle.text("/code"))));

        await().atMost(SOON).until(() -> market.state(first).equals("PAID"));
        assertThat(market.state(second)).isEqualTo("PAID");
    }

    @Test
    void bundlesOnlyOnesOwnPayableOrders() {
        String mine = accepted();
        String placed = market.order("buyer", market.list("cooperative", 5), 1);

        assertThat(bundle("buyer", mine, placed).text("/type")).endsWith("orders-not-payable");
        assertThat(bundle("buyer2", mine).text("/type")).endsWith("orders-not-payable");
        assertThat(api.get("buyer2", "/remittance-codes/" + number(mine)).status()).isEqualTo(404);
    }

    @Test
    void waitsForAPersonWithTheLikeliestOrderFirst() {
        String order = accepted();
        String reference = reference();
        market.importStatement(statement(row("20.00", UNIT, reference, number(order))));

        String id = market.bankLine("WAITING", reference);
        JsonNode line = line("WAITING", reference);
        assertThat(line.get("finding").asString()).isEqualTo("PART_PAYMENT");
        assertThat(line.at("/candidates/0/code").asString()).isEqualTo(number(order));
        assertThat(line.at("/candidates/0/certaintyPercent").asInt()).isEqualTo(75);

        assertThat(assign(id, order, 2_001).text("/type")).endsWith("more-than-came");
        assertThat(assign(id, order, 2_000).text("/state")).isEqualTo("POSTED");
        assertThat(assign(id, order, 1).text("/type")).endsWith("line-decided");
        assertThat(api.get("buyer", "/orders/" + order).number("/dueFen")).isEqualTo(1_680);
    }

    @Test
    void countsAStrangersMoneyOnlyOnceTheUnitHasDeclaredThePayer() {
        String order = accepted();
        String reference = reference();
        String account = "62" + System.nanoTime();
        market.importStatement(
                statement(row("36.80", TREASURY, account, reference, number(order))));
        String id = market.bankLine("WAITING", reference);
        assertThat(line("WAITING", reference).get("finding").asString()).isEqualTo("UNKNOWN_PAYER");
        assertThat(assign(id, order, 3_680).text("/type")).endsWith("payer-not-declared");

        Map<String, Object> declaration =
                Map.of("payerName", TREASURY, "payerAccount", account, "reason", "国库集中支付");
        assertThat(api.post("buyer", "/payer-declarations", declaration).status()).isEqualTo(201);

        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        assertThat(api.post("buyer", "/payer-declarations", declaration).text("/type"))
                .endsWith("payer-declared-already");
    }

    @Test
    void takesAPostedLineBackByReversalAndLeavesItToAPerson() {
        String order = accepted();
        String reference = reference();
        long earned = api.get("cooperative", "/ledger/benefits").number("/items/0/benefitFen");
        long paidOut = api.get("cooperative", "/ledger/benefits").number("/items/0/paidOutFen");
        market.importStatement(statement(row("36.80", UNIT, reference, number(order))));
        String id = market.bankLine("POSTED", reference);

        Answer back = api.post("operator", "/bank-lines/" + id + "/reversal", reason());

        assertThat(back.text("/state")).isEqualTo("WAITING");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(api.get("buyer", "/payments?order=" + order).text("/items/0/state"))
                .isEqualTo("REVERSED");
        Answer benefit = api.get("cooperative", "/ledger/benefits");
        assertThat(benefit.number("/items/0/benefitFen")).isEqualTo(earned);
        assertThat(benefit.number("/items/0/paidOutFen")).isEqualTo(paidOut);
        assertThat(api.get("buyer", "/ledger/entries?order=" + order).body().get("items"))
                .hasSize(4);
        assertThat(api.post("operator", "/bank-lines/" + id + "/reversal", reason()).text("/type"))
                .endsWith("nothing-to-take-back");
        assertThat(assign(id, order, 3_680).text("/state")).isEqualTo("POSTED");
        assertThat(market.state(order)).isEqualTo("PAID");
    }

    @Test
    void takesNothingBackOnceTheCooperativeIsPaidOut() {
        String order = accepted();
        String reference = reference();
        market.importStatement(statement(row("36.80", UNIT, reference, number(order))));
        String id = market.bankLine("POSTED", reference);
        market.settle(order);

        Answer refused = api.post("operator", "/bank-lines/" + id + "/reversal", reason());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(market.state(order)).isEqualTo("SETTLED");
    }

    @Test
    void doesNotBookTwiceWhatWasTypedIn() {
        String order = accepted();
        String reference = reference();
        Map<String, Object> typed =
                Map.of("amountFen", 3_680, "payerName", "甲", "bankReference", reference);
        market.step("operator", order, "remittances", typed);

        market.importStatement(statement(row("36.80", UNIT, reference, number(order))));
        market.bankLine("POSTED", reference);

        assertThat(api.get("buyer", "/orders/" + order).number("/paidFen")).isEqualTo(3_680);
        String other = accepted();
        assertThat(api.post("operator", "/orders/" + other + "/remittances", typed).text("/type"))
                .endsWith("bank-reference-used");
    }

    @Test
    void setsAsideWhatIsNoMoneyForAnOrder() {
        String reference = reference();
        market.importStatement(statement(row("0.31", "演示银行", reference, "结息")));
        String id = market.bankLine("WAITING", reference);

        assertThat(
                        api.post("operator", "/bank-lines/" + id + "/set-aside", reason())
                                .text("/state"))
                .isEqualTo("SET_ASIDE");
        assertThat(api.post("operator", "/bank-lines/" + id + "/reversal", reason()).text("/state"))
                .isEqualTo("WAITING");
    }

    @Test
    void sendsWhatIsLeftOfALineBackAndKeepsTheBankInTheBooksRight() {
        String order = accepted();
        String reference = reference();
        market.importStatement(statement(row("40.00", UNIT, reference, number(order))));
        String id = market.bankLine("WAITING", reference);
        assertThat(assign(id, order, 3_680).text("/state")).isEqualTo("WAITING");
        long bank = bankFen();

        Answer sent = sendBack(id, "T" + reference);

        assertThat(sent.text("/state")).isEqualTo("RETURNED");
        assertThat(sent.number("/returnedFen")).isEqualTo(320);
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(bankFen()).isEqualTo(bank); // it came and went
        assertThat(sendBack(id, "T" + reference()).text("/type")).endsWith("line-decided");

        assertThat(api.post("operator", "/bank-lines/" + id + "/reversal", reason()).text("/state"))
                .isEqualTo("WAITING");
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(bankFen()).isEqualTo(bank - 3_680);
        assertThat(sendBack(id, "T" + reference).number("/returnedFen")).isEqualTo(4_000);
    }

    @Test
    void recordsATransferBackOnce() {
        String first = reference();
        String second = reference();
        market.importStatement(
                statement(row("0.31", "甲", first, "") + row("0.32", "乙", second, "")));
        String back = "T" + first;
        assertThat(sendBack(market.bankLine("WAITING", first), back).status()).isEqualTo(200);

        assertThat(sendBack(market.bankLine("WAITING", second), back).text("/type"))
                .endsWith("bank-reference-used");
    }

    @Test
    void booksALineForAnOrderThatIsNamedByItsNumber() {
        String order = accepted();
        String reference = reference();
        market.importStatement(statement(row("10.00", UNIT, reference, "货款")));
        String id = market.bankLine("WAITING", reference);

        assertThat(assignNumber(id, "D99999999").status()).isEqualTo(404);
        assertThat(assignNumber(id, number(order)).text("/state")).isEqualTo("POSTED");

        assertThat(api.get("buyer", "/orders/" + order).number("/paidFen")).isEqualTo(1_000);
    }

    @Test
    void importsNothingOfAFileWithABadRow() {
        String reference = reference();
        Answer refused =
                upload(statement(row("1.00", UNIT, reference, "")) + "20261124,x,甲,1,Y,\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("statement-amount");
        assertThat(refused.number("/line")).isEqualTo(3);
        assertThat(line("WAITING", reference).isMissingNode()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithEachRowInTheReadersLanguage() {
        String reference = reference();
        Answer refused =
                upload(
                        statement(row("1.00", UNIT, reference, ""))
                                + "20261124,x,甲,1,Y,\n2026,1.00,乙\0,1,Z,\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("statement-rows");
        assertThat(refused.body().get("errors")).hasSize(3);
        assertThat(refused.body().at("/errors/0").toString())
                .isEqualTo(
                        "{\"field\":\"file\",\"row\":3,\"column\":\"贷方发生额\",\"message\":\"金额无法识别\"}");
        assertThat(refused.text("/errors/1/message")).isEqualTo("日期与该银行设定的格式不符");
        assertThat(refused.text("/errors/2/message")).isEqualTo("含有无法保存的字符");
        assertThat(line("WAITING", reference).isMissingNode()).isTrue();
    }

    /** Signs that PostgreSQL does not keep, and half of one where the name is cut. */
    @Test
    void takesAFileWhateverItIsCalled() {
        String name = "对账\0单\r\n" + "🥔".repeat(119) + "x.csv";
        Answer taken =
                api.upload(
                        "operator",
                        "/bank-statements?bank=demo&fileName=" + name,
                        UUID.randomUUID().toString(),
                        statement(row("1.00", UNIT, reference(), "")).getBytes(GB18030));

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        assertThat(taken.text("/fileName")).isEqualTo("对账单" + "🥔".repeat(117));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(upload("x".repeat(Statements.MOST_BYTES + 1)).status()).isEqualTo(413);
        assertThat(upload("x").text("/type")).endsWith("statement-header");
    }

    @Test
    void keepsABanksMappingAndRefusesAStaleEdit() {
        String code = "b" + System.nanoTime() % 1_000_000_000;
        Map<String, Object> form =
                Map.ofEntries(
                        Map.entry("name", "农行"),
                        Map.entry("accountHolder", "平台"),
                        Map.entry("accountNumber", "62000"),
                        Map.entry("charset", "UTF-8"),
                        Map.entry("delimiter", ";"),
                        Map.entry("dayPattern", "yyyy-MM-dd"),
                        Map.entry("dayColumn", "日期"),
                        Map.entry("amountColumn", "金额"),
                        Map.entry("payerColumn", "户名"),
                        Map.entry("payerAccountColumn", "账号"),
                        Map.entry("referenceColumn", "流水"),
                        Map.entry("purposeColumn", "摘要"));
        assertThat(api.put("operator", "/banks/" + code, "\"0-0\"", form).status()).isEqualTo(200);

        assertThat(api.put("operator", "/banks/" + code, "\"0-0\"", form).status()).isEqualTo(412);
        assertThat(api.put("operator", "/banks/" + code, "\"1-0\"", form).etag())
                .isEqualTo("\"2-0\"");
        assertThat(api.put("operator", "/banks/" + code, form).status()).isEqualTo(428);
        assertThat(api.put("operator", "/banks/A_B", "\"0-0\"", form).status()).isEqualTo(422);
    }

    @Test
    void listsWhatWaitsForMoneyWithTheDaysLeft() {
        String order = accepted();

        JsonNode found = MissingNode.getInstance();
        for (JsonNode item : api.get("buyer", "/payables").body().get("items")) {
            found = item.get("orderId").asString().equals(order) ? item : found;
        }

        assertThat(found.at("/daysLeft").asInt()).isEqualTo(30);
        assertThat(api.get("buyer2", "/payables").body().toString()).doesNotContain(order);
    }

    private String accepted() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        return order;
    }

    private Answer bundle(String who, String... orders) {
        return api.post(who, "/remittance-codes", Map.of("orderIds", List.of(orders)));
    }

    private Answer assign(String line, String order, long fen) {
        return api.post(
                "operator",
                "/bank-lines/" + line + "/assignment",
                Map.of("parts", List.of(Map.of("orderId", order, "amountFen", fen))));
    }

    private Answer assignNumber(String line, String number) {
        return api.post(
                "operator",
                "/bank-lines/" + line + "/assignment",
                Map.of("parts", List.of(Map.of("orderNumber", number, "amountFen", 1_000))));
    }

    private Answer sendBack(String line, String reference) {
        return api.post(
                "operator",
                "/bank-lines/" + line + "/return",
                Map.of("reason", "误付", "bankReference", reference));
    }

    /** What the books say is in the bank. */
    private long bankFen() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT sum(p.amount_fen)::bigint FROM ledger_posting p
                                JOIN ledger_account a ON a.id = p.account_id AND a.code = 'platform/bank'
                                """)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private JsonNode line(String state, String reference) {
        for (JsonNode line :
                api.get("operator", "/bank-lines?state=" + state).body().get("items")) {
            if (line.get("reference").asString().equals(reference)) {
                return line;
            }
        }
        return MissingNode.getInstance();
    }

    private Answer upload(String text) {
        return api.upload(
                "operator",
                "/bank-statements?bank=demo",
                UUID.randomUUID().toString(),
                text.getBytes(GB18030));
    }

    private String number(String order) {
        return api.get("operator", "/orders/" + order).text("/number");
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "入错账");
    }

    private static String reference() {
        return "R" + UUID.randomUUID();
    }

    private static String row(String amount, String payer, String reference, String purpose) {
        return row(amount, payer, "62220001", reference, purpose);
    }

    private static String row(
            String amount, String payer, String account, String reference, String purpose) {
        return "20261124,%s,%s,%s,%s,%s\n".formatted(amount, payer, account, reference, purpose);
    }

    private static String statement(String row) {
        return "交易日期,贷方发生额,对方户名,对方账号,交易流水号,摘要\n" + row;
    }
}
