package org.consumptionaid.marketplace.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.EmbeddedFonts;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Two boxes of 10 kg at 36.80 yuan were accepted. */
@MarketplaceTest
@Import(MovableClock.class)
class ComplaintsIT {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private MovableClock clock;
    @Autowired private ComplaintDeadlines deadlines;
    @Autowired private DatabaseClient database;

    @AfterEach
    void backToNow() {
        moveTo(Instant.now());
    }

    @Test
    void takesGoodsBackAndCreditsWhatArrivedDownToTheHousehold() {
        String product = market.list("cooperative", 10);
        String order = accepted(product);
        market.invoice(order);
        market.remit(order);
        assertThat(standing(order)).isEqualTo(7_360);
        long drawn = drawn(product);

        Answer asked = ask(order, "RETURN", Map.of("line", 1, "grams", 20_000));
        String id = asked.text("/complaint/id");
        assertThat(asked.text("/complaint/state")).isEqualTo("ASKED");
        assertThat(asked.number("/complaint/fen")).isEqualTo(7_360);
        assertThat(actions("buyer", id)).containsExactly("WITHDRAW");
        assertThat(actions("cooperative", id)).containsExactly("AGREE", "REFUSE");
        assertThat(actions("operator", id)).isEmpty();

        assertThat(decide("cooperative", id, "AGREE", "").text("/complaint/state"))
                .isEqualTo("AGREED");
        Answer done = receive(id, 15_000, 1);

        assertThat(done.text("/complaint/state")).isEqualTo("CREDITED");
        JsonNode note = done.body().get("creditNote");
        assertThat(note.get("fen").asLong()).as("15 of 20 kg").isEqualTo(5_520);
        assertThat(note.get("invoiceNumber").asString()).isNotBlank();
        assertThat(note.get("number").asString()).matches("C[0-9]{8}");
        Answer after = api.get("buyer", "/orders/" + order);
        assertThat(after.number("/acceptedFen")).isEqualTo(1_840);
        assertThat(after.number("/refundableFen")).isEqualTo(5_520);
        assertThat(after.number("/lines/0/acceptedGrams")).isEqualTo(5_000);
        assertThat(kinds(after)).contains("RETURNED");
        assertThat(standing(order)).as("earned and split anew").isEqualTo(1_840);
        assertThat(count("SELECT available FROM stock WHERE product_id = '" + product + "'"))
                .as("one of the two boxes can be sold again")
                .isEqualTo(9);
        assertThat(drawn - drawn(product)).as("and grew only once").isEqualTo(10_000);
        market.step(
                "operator",
                order,
                "refunds",
                Map.of("amountFen", 5_520, "bankReference", UUID.randomUUID()));
        assertThat(api.get("buyer", "/orders/" + order).number("/refundableFen")).isZero();
    }

    @Test
    void printsTheCreditNoteForBothSides() throws IOException {
        String order = accepted(market.list("cooperative", 10));
        String invoice = market.invoice(order);
        String id = ask(order, "RETURN", Map.of("line", 1, "grams", 20_000)).text("/complaint/id");
        String paper = "/complaints/" + id + "/credit-note.pdf";
        assertThat(api.get("buyer", paper).status()).as("nothing came of it yet").isEqualTo(404);
        decide("cooperative", id, "AGREE", "");
        Answer done = receive(id, 15_500, 1);

        for (String side : List.of("buyer", "cooperative", "auditor")) {
            String read = EmbeddedFonts.textOf(api.download(side, paper));
            assertThat(read.replaceAll("\\s", ""))
                    .contains(
                            "贷项通知单" + done.text("/creditNote/number"),
                            invoice,
                            done.text("/complaint/orderNumber"),
                            done.text("/complaint/buyerName").replaceAll("\\s", ""),
                            done.text("/creditNote/lines/0/name").replaceAll("\\s", ""),
                            "15.5",
                            "57.04",
                            "合计");
        }
        assertThat(api.get("buyer2", paper).status()).isEqualTo(404);
        assertThat(api.get("cooperative2", paper).status()).isEqualTo(404);
        assertThat(
                        api.file("buyer", paper)
                                .getResponseHeaders()
                                .getContentDisposition()
                                .getFilename())
                .isEqualTo("贷项通知单-" + done.text("/creditNote/number") + ".pdf");
    }

    @Test
    void takesMoneyOffBeforeItIsPaidAndPaysNoMoreThanThat() {
        String order = accepted(market.list("cooperative", 10));
        String id = ask(order, "ALLOWANCE", Map.of("line", 1, "fen", 360)).text("/complaint/id");

        Answer agreed = decide("cooperative", id, "AGREE", "");

        assertThat(agreed.text("/complaint/state")).isEqualTo("CREDITED");
        assertThat(agreed.body().at("/creditNote/invoiceNumber").isMissingNode()).isTrue();
        assertThat(api.get("buyer", "/orders/" + order).number("/dueFen")).isEqualTo(7_000);
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        market.remit(order);
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(standing(order)).isEqualTo(7_000);
    }

    @Test
    void paysAnOrderOffThatNowCostsNoMoreThanWasPaid() {
        String order = accepted(market.list("cooperative", 10));
        market.step(
                "operator",
                order,
                "remittances",
                Map.of("amountFen", 7_000, "payerName", "局", "bankReference", UUID.randomUUID()));
        String id = ask(order, "ALLOWANCE", Map.of("line", 1, "fen", 360)).text("/complaint/id");

        decide("cooperative", id, "AGREE", "");

        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(standing(order)).isEqualTo(7_000);
    }

    @Test
    void endsAnOrderOfWhichEverythingWentBack() {
        String order = accepted(market.list("cooperative", 10));
        market.remit(order);
        String id = ask(order, "RETURN", Map.of("line", 1, "grams", 20_000)).text("/complaint/id");
        decide("cooperative", id, "AGREE", "");

        receive(id, 20_000, 0);

        assertThat(market.state(order)).isEqualTo("REJECTED");
        assertThat(standing(order)).isZero();
        assertThat(api.get("operator", "/orders/" + order).number("/refundableFen"))
                .isEqualTo(7_360);
    }

    @Test
    void leavesADisputeToTheOperator() {
        String order = accepted(market.list("cooperative", 10));
        String id = ask(order, "ALLOWANCE", Map.of("line", 1, "fen", 100)).text("/complaint/id");

        assertThat(decide("cooperative", id, "REFUSE", "").text("/type"))
                .endsWith("reason-of-decision-missing");
        decide("cooperative", id, "REFUSE", "发货时完好");
        assertThat(decide("operator", id, "UPHOLD", "照片清楚").text("/type"))
                .endsWith("wrong-complaint-state");
        decide("buyer", id, "DISPUTE", "有照片");
        assertThat(open("operator")).contains(id);
        Answer upheld = decide("operator", id, "UPHOLD", "照片清楚");

        assertThat(upheld.text("/complaint/state")).isEqualTo("CREDITED");
        assertThat(open("operator")).doesNotContain(id);
        assertThat(api.get("buyer", "/orders/" + order).number("/acceptedFen")).isEqualTo(7_260);
    }

    @Test
    void goesOnByItselfWhenNobodyAnswers() {
        String unanswered = accepted(market.list("cooperative", 10));
        String refused = accepted(market.list("cooperative", 10));
        String first =
                ask(unanswered, "ALLOWANCE", Map.of("line", 1, "fen", 1)).text("/complaint/id");
        String second =
                ask(refused, "ALLOWANCE", Map.of("line", 1, "fen", 1)).text("/complaint/id");
        decide("cooperative", second, "REFUSE", "不属实");

        moveTo(Instant.now().plus(Duration.ofDays(3)).minusSeconds(60));
        deadlines.takeFurther().block(WAIT);
        assertThat(state(first)).isEqualTo("ASKED");
        moveTo(Instant.now().plus(Duration.ofDays(3)).plusSeconds(60));
        deadlines.takeFurther().block(WAIT);

        assertThat(state(first)).as("the operator decides").isEqualTo("DISPUTED");
        assertThat(state(second)).as("the refusal stands").isEqualTo("LAPSED");
        assertThat(decide("buyer", first, "WITHDRAW", "").text("/complaint/state"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void paysTheCooperativeOutOnlyOnceAComplaintIsDecided() {
        String order = accepted(market.list("cooperative", 10));
        market.remit(order);
        String id = ask(order, "ALLOWANCE", Map.of("line", 1, "fen", 1)).text("/complaint/id");

        assertThatThrownBy(() -> market.settle(order)).hasMessage("complaint-undecided");
        decide("buyer", id, "WITHDRAW", "");
        market.settle(order);

        assertThat(market.state(order)).isEqualTo("SETTLED");
        assertThat(ask(order, "ALLOWANCE", Map.of("line", 1, "fen", 1)).text("/type"))
                .endsWith("wrong-order-state");
    }

    @Test
    void refusesWhatIsTooLateTooMuchOrAskedTwice() {
        String order = accepted(market.list("cooperative", 10));

        assertThat(ask(order, "RETURN", Map.of("line", 1, "grams", 20_001)).text("/type"))
                .endsWith("lines-of-complaint");
        ask(order, "RETURN", Map.of("line", 1, "grams", 1));
        assertThat(ask(order, "RETURN", Map.of("line", 1, "grams", 1)).text("/type"))
                .endsWith("complaint-open");
        String other = accepted(market.list("cooperative", 10));
        moveTo(Instant.now().plus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(ask(other, "RETURN", Map.of("line", 1, "grams", 1)).text("/type"))
                .endsWith("return-window-over");
        assertThat(actionsOfOrder(other)).doesNotContain("COMPLAIN");
    }

    @Test
    void showsTheEvidenceToBothSidesOnly() {
        String order = accepted(market.list("cooperative", 10));
        String file = market.attach("buyer");
        assertThat(api.file("cooperative", "/attachments/" + file).getStatus().value())
                .isEqualTo(404);

        Map<String, Object> form = form("ALLOWANCE", Map.of("line", 1, "fen", 1));
        form.put("attachments", List.of(file));
        Answer asked = api.post("buyer", "/orders/" + order + "/complaints", form);

        assertThat(asked.text("/attachments/0/id")).isEqualTo(file);
        assertThat(api.file("cooperative", "/attachments/" + file).getStatus().value())
                .isEqualTo(200);
        assertThat(api.file("cooperative2", "/attachments/" + file).getStatus().value())
                .isEqualTo(404);
        form.put("attachments", List.of(market.attach("cooperative")));
        assertThat(api.post("buyer", "/orders/" + order + "/complaints", form).text("/type"))
                .endsWith("unknown-attachment");
    }

    @Test
    void keepsWhatWasSaidAndIssuedForEver() {
        for (String table : List.of("credit_note", "complaint_event", "complaint_line")) {
            assertThatThrownBy(() -> execute("DELETE FROM " + table))
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> execute("UPDATE credit_note SET fen = 0"))
                .hasStackTraceContaining("permission denied");
    }

    private String accepted(String product) {
        String order = market.order("buyer", product, 2);
        market.ship("cooperative", order);
        market.accept("buyer", order, 20_000);
        return order;
    }

    private static Map<String, Object> form(String kind, Map<String, Object> line) {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", kind);
        form.put("reason", "有烂的");
        form.put("lines", List.of(line));
        return form;
    }

    private Answer ask(String order, String kind, Map<String, Object> line) {
        return api.post("buyer", "/orders/" + order + "/complaints", form(kind, line));
    }

    private Answer decide(String who, String id, String action, String reason) {
        return api.post(
                who, "/complaints/" + id + "/decision", Map.of("action", action, "reason", reason));
    }

    private Answer receive(String id, long grams, long packages) {
        Map<String, Object> line = Map.of("line", 1, "grams", grams, "packages", packages);
        Answer done =
                api.post(
                        "cooperative",
                        "/complaints/" + id + "/receipt",
                        Map.of("lines", List.of(line)));
        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        return done;
    }

    private String state(String id) {
        return api.get("buyer", "/complaints/" + id).text("/complaint/state");
    }

    private List<String> actions(String who, String id) {
        return strings(api.get(who, "/complaints/" + id).body().get("actions"));
    }

    private List<String> actionsOfOrder(String order) {
        return strings(api.get("buyer", "/orders/" + order).body().get("actions"));
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> kinds(Answer order) {
        return order.body()
                .get("weights")
                .valueStream()
                .map(weight -> weight.get("kind").asString())
                .toList();
    }

    private List<String> open(String who) {
        return api.get(who, "/complaints/open").body().get("items").findValuesAsString("id");
    }

    /** What the cooperative has earned of the order, as the ledger's entries leave it. */
    private long standing(String order) {
        return count(
                """
                SELECT coalesce(-sum(p.amount_fen), 0)::bigint FROM ledger_posting p
                JOIN ledger_entry e ON e.id = p.entry_id
                JOIN ledger_account a ON a.id = p.account_id
                WHERE e.subject_id = '%s' AND a.code LIKE 'cooperative/%%/payable'
                """
                        .formatted(order));
    }

    private long drawn(String product) {
        return count(
                """
                SELECT sum(d.grams - d.given_back_grams)::bigint FROM season_draw d
                JOIN order_line l ON l.order_id = d.order_id WHERE l.product_id = '%s' AND d.returned_at IS NULL
                """
                        .formatted(product));
    }

    private void moveTo(Instant now) {
        clock.set(now);
        api.signOut();
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block(WAIT));
    }

    private void execute(String sql) {
        database.sql(sql).then().block(WAIT);
    }
}
