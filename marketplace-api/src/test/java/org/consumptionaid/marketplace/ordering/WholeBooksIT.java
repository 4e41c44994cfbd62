package org.consumptionaid.marketplace.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Orders live at random, with short weights, returns, allowances, refunds, payments too many and
 * taken back; then the books of all orders there are, those of other tests too, are gone through.
 */
@MarketplaceTest
class WholeBooksIT {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int ORDERS = 60;
    private static final long BOX = 10_000;

    /** Not those of the demonstration, which were written straight into the tables. */
    private static final String OURS = " o.note <> '演示数据' ";

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;

    @Test
    void addUpForEveryOrderWhateverItWentThrough() {
        String product = market.list("cooperative", 10_000);
        for (int i = 0; i < ORDERS; i++) {
            live(new Random(i), product);
        }

        assertThat(wrong(PAID)).as("what the payer gave is what the order says was paid").isEmpty();
        assertThat(wrong(EARNED)).as("earned is what is paid in full, and no more").isEmpty();
        assertThat(wrong(SPLIT)).as("every fen earned is split, and nothing else").isEmpty();
        assertThat(wrong(UNBALANCED)).isEmpty();
        assertThat(wrong(NEGATIVE)).as("no stock and no capacity below zero").isEmpty();
        assertThat(states()).as("the walk came everywhere").hasSizeGreaterThan(7);
    }

    /** The table's ledger column is what is really booked, entry for entry. */
    @Test
    void bookAtEachStepWhatTheTableSays() {
        Map<String, List<String>> expected = new TreeMap<>();
        rows("""
        SELECT o.number || ' ' || e.from_state || ' ' || e.action || ' ' || e.to_state AS row
        FROM purchase_order o JOIN order_event e ON e.order_id = o.id WHERE
        """
                        + OURS
                        + "AND e.action <> 'PLACE' ORDER BY o.id, e.seq")
                .forEach(row -> {
                    String[] parts = row.split(" ", -1);
                    expected.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                            .addAll(books(parts[1], parts[2], parts[3]));
                });
        Map<String, List<String>> booked = new TreeMap<>();
        rows("""
        SELECT o.number || ' ' || e.kind AS row
        FROM purchase_order o JOIN ledger_entry e ON e.subject_id = o.id
        LEFT JOIN ledger_entry r ON r.id = e.reverses_id
        WHERE
        """
                        + OURS
                        + """
                        AND coalesce(r.kind, e.kind) IN ('PAYMENT_RECEIVED', 'PAYMENT_REFUNDED', 'BENEFIT_EARNED', 'PAID_OUT')
                        ORDER BY o.id, e.id
                        """)
                .forEach(row -> {
                    String[] parts = row.split(" ", -1);
                    booked.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
                });

        expected.values().removeIf(List::isEmpty);
        assertThat(booked).isNotEmpty().isEqualTo(expected);
    }

    private static List<String> books(String from, String action, String to) {
        Optional<Edge> edge =
                OrderLife.TABLE.stream()
                        .filter(one -> one.from().name().equals(from))
                        .filter(one -> one.action().name().equals(action))
                        .filter(one -> one.to().name().equals(to))
                        .findFirst();
        return edge
                .orElseThrow(() -> new AssertionError(from + " " + action + " " + to))
                .books()
                .stream()
                .map(Enum::name)
                .toList();
    }

    private static final String PAID =
            """
            SELECT o.number AS row FROM purchase_order o WHERE o.paid_fen <> (
                SELECT coalesce(-sum(p.amount_fen), 0) FROM ledger_entry e
                JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
                WHERE e.subject_id = o.id AND a.code = 'payer/' || o.buyer_id || '/purchases')
            """;

    private static final String EARNED =
            """
            SELECT o.number AS row FROM purchase_order o WHERE
                CASE WHEN o.state IN ('PAID', 'SETTLED') THEN o.accepted_fen ELSE 0 END <> (
                SELECT coalesce(-sum(p.amount_fen), 0) FROM ledger_entry e
                LEFT JOIN ledger_entry r ON r.id = e.reverses_id
                JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
                WHERE e.subject_id = o.id AND coalesce(r.kind, e.kind) = 'BENEFIT_EARNED'
                  AND a.code = 'cooperative/' || o.supplier_id || '/payable')
            """;

    /** What splits take from the benefit account goes somewhere, and is at most what was earned. */
    private static final String SPLIT =
            """
            SELECT o.number AS row FROM purchase_order o WHERE (
                SELECT coalesce(-sum(p.amount_fen), 0) FROM ledger_entry e
                LEFT JOIN ledger_entry r ON r.id = e.reverses_id
                JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
                WHERE e.subject_id = o.id AND coalesce(r.kind, e.kind) = 'BENEFIT_SPLIT'
                  AND a.code = 'cooperative/' || o.supplier_id || '/benefit')
                NOT IN (0, CASE WHEN o.state IN ('PAID', 'SETTLED') THEN o.accepted_fen ELSE 0 END)
            """;

    private static final String UNBALANCED =
            """
            SELECT e.id::text AS row FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
            GROUP BY e.id HAVING sum(p.amount_fen) <> 0 OR count(*) < 2
            """;
    private static final String NEGATIVE =
            """
            SELECT product_id::text AS row FROM stock WHERE least(available, reserved, sold) < 0
            UNION ALL SELECT id::text FROM season_capacity WHERE drawn_grams NOT BETWEEN 0 AND certified_grams
            """;

    private void live(Random random, String product) {
        boolean payFirst = random.nextInt(3) == 0;
        long boxes = 1L + random.nextInt(3);
        String order =
                market.orders(
                                "buyer",
                                Map.of(
                                        "lines",
                                        List.of(Market.line(product, boxes)),
                                        "terms",
                                        payFirst ? "PAY_FIRST" : "GOODS_FIRST"))
                        .getFirst();
        if (random.nextInt(10) == 0) {
            post("buyer", order, "cancellation", Map.of("reason", "不要"));
            return;
        }
        post("cooperative", order, "confirmation", Map.of());
        if (payFirst) {
            pay(random, order);
        }
        if (random.nextInt(8) == 0) {
            post("buyer", order, "change", Map.of("lines", List.of(Market.line(product, 1))));
            post("buyer", order, "cancellation", Map.of("reason", "不要"));
        }
        post("cooperative", order, "shipment", Map.of());
        long weight = boxes * BOX - random.nextInt(4) * 700L;
        Map<String, Object> weighed =
                Map.of(
                        "line",
                        1,
                        "acceptedGrams",
                        random.nextInt(12) == 0 ? 0 : weight,
                        "reason",
                        "少秤");
        post("buyer", order, "acceptance", Map.of("lines", List.of(weighed)));
        if (random.nextBoolean()) {
            post("cooperative", order, "invoice", market.invoiceForm(order));
        }
        pay(random, order);
        complain(random, order);
        pay(random, order);
        refund(order);
        if (random.nextInt(3) == 0 && market.state(order).equals("PAID")) {
            market.settle(order);
        }
    }

    /** Not at all, in part, in full, by card, or by a statement that is taken back. */
    private void pay(Random random, String order) {
        long due = api.get("operator", "/orders/" + order).number("/dueFen");
        if (due == 0) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> remit(order, Math.max(1, due / 2));
            case 1 ->
                    post("buyer", order, "card-payments", Map.of("paymentMethod", "pm_card_visa"));
            case 2 -> {
                String line = market.remitByStatement(order);
                if (random.nextBoolean()) {
                    api.post(
                            "operator",
                            "/bank-lines/" + line + "/reversal",
                            Map.of("reason", "记错"));
                }
            }
            case 3 -> {}
            default -> remit(order, due);
        }
    }

    private void remit(String order, long fen) {
        post(
                "operator",
                order,
                "remittances",
                Map.of("amountFen", fen, "payerName", "局", "bankReference", UUID.randomUUID()));
    }

    private void complain(Random random, String order) {
        Answer now = api.get("buyer", "/orders/" + order);
        long grams = now.number("/lines/0/acceptedGrams");
        long fen = now.number("/lines/0/acceptedFen");
        if (random.nextInt(3) > 0 || grams == 0) {
            return;
        }
        boolean goods = random.nextBoolean();
        long back = random.nextInt(4) == 0 ? grams : 1 + grams / 3;
        Map<String, Object> line =
                goods ? Map.of("line", 1, "grams", back) : Map.of("line", 1, "fen", 1 + fen / 7);
        Answer asked =
                post(
                        "buyer",
                        order,
                        "complaints",
                        Map.of(
                                "kind",
                                goods ? "RETURN" : "ALLOWANCE",
                                "reason",
                                "烂",
                                "lines",
                                List.of(line)));
        String id = asked.text("/complaint/id");
        decide("cooperative", id, random.nextInt(4) == 0 ? "REFUSE" : "AGREE");
        if (goods) {
            api.post(
                    "cooperative",
                    "/complaints/" + id + "/receipt",
                    Map.of("lines", List.of(Map.of("line", 1, "grams", back - random.nextInt(2)))));
        }
        decide("buyer", id, "WITHDRAW");
    }

    private void decide(String who, String id, String action) {
        api.post(who, "/complaints/" + id + "/decision", Map.of("action", action, "reason", "试验"));
    }

    private void refund(String order) {
        long fen = api.get("operator", "/orders/" + order).number("/refundableFen");
        if (fen > 0
                && post("operator", order, "card-refunds", Map.of("amountFen", fen)).status()
                        >= 400) {
            post(
                    "operator",
                    order,
                    "refunds",
                    Map.of("amountFen", fen, "bankReference", UUID.randomUUID()));
        }
    }

    /** Done or refused; never an error. */
    private Answer post(String who, String order, String step, Map<String, Object> body) {
        Answer answer = api.post(who, "/orders/" + order + "/" + step, body);
        assertThat(answer.status()).as(step + ": " + answer.body()).isIn(200, 201, 409, 422);
        return answer;
    }

    private List<String> states() {
        return rows("SELECT DISTINCT state AS row FROM purchase_order o WHERE" + OURS);
    }

    private List<String> wrong(String sql) {
        return rows(
                sql.contains("purchase_order o WHERE")
                        ? sql.replaceFirst("WHERE", "WHERE" + OURS + "AND")
                        : sql);
    }

    private List<String> rows(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block(WAIT));
    }
}
