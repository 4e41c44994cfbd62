package org.consumptionaid.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What the database itself promises, and what is left of it after a hundred random orders. */
@MarketplaceTest
class LedgerIT {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerIT.class);
    private static final int ORDERS = 100;
    private static final long SEED = 20_261_123L;

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private DatabaseClient database;

    @Autowired private TransactionalOperator transaction;

    @Test
    void takesAnEntryThatBalances() {
        UUID entry = UUID.randomUUID();

        assertThatCode(() -> commit(insert(entry, 100, -100))).doesNotThrowAnyException();
        assertThat(number("SELECT count(*) FROM ledger_posting WHERE entry_id = '" + entry + "'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100,-99", "100", "", "100,100", "50,50,-99"})
    void refusesAtCommitAnEntryThatDoesNotBalance(String amounts) {
        UUID entry = UUID.randomUUID();
        long[] fen =
                amounts.isEmpty()
                        ? new long[0]
                        : List.of(amounts.split(",", -1)).stream()
                                .mapToLong(Long::parseLong)
                                .toArray();

        assertThatThrownBy(() -> commit(insert(entry, fen)))
                .hasStackTraceContaining("postings that sum to");
        assertThat(number("SELECT count(*) FROM ledger_entry WHERE id = '" + entry + "'")).isZero();
    }

    @Test
    void refusesAPostingAddedLaterEvenIfTheEntryStillBalances() {
        UUID entry = UUID.randomUUID();
        commit(insert(entry, 100, -100));

        assertThatThrownBy(() -> commit(posting(entry, 3, 1).then(posting(entry, 4, -1))))
                .hasStackTraceContaining("in the transaction that made it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_posting SET amount_fen = amount_fen + 1",
                "UPDATE ledger_entry SET note = 'mended'",
                "UPDATE ledger_account SET code = code || '!'",
                "DELETE FROM ledger_posting",
                "DELETE FROM ledger_entry",
                "TRUNCATE ledger_posting",
                "TRUNCATE ledger_entry CASCADE"
            })
    void changesNothingThatWasPostedForTheApplicationAndNotEvenForItsOwner(String statement) {
        commit(insert(UUID.randomUUID(), 100, -100));
        String sum = "SELECT sum(abs(amount_fen))::bigint FROM ledger_posting";
        long before = number(sum);

        assertThatThrownBy(() -> commit(run(statement)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> commit(run("SET LOCAL ROLE postgres").then(run(statement))))
                .hasStackTraceContaining("the ledger is append-only");
        assertThat(number(sum)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void refusesAnEntryThatDoesNotBalanceBeforeTheDatabaseSeesIt() {
        NewPosting posting = new NewPosting("platform/test", null, 1);
        NewPosting nothing = new NewPosting("platform/test", null, 0);

        assertThatThrownBy(() -> entry(posting)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(posting, posting))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(nothing, nothing))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        entry(
                                new NewPosting("a", null, Long.MAX_VALUE),
                                new NewPosting("b", null, Long.MAX_VALUE),
                                new NewPosting("c", null, 2)))
                .isInstanceOf(ArithmeticException.class);
    }

    /** What the test itself knows to have happened, from the answers it got. */
    private static final class History {
        final List<String> orders = new ArrayList<>();
        final Map<String, Long> stillReserved = new HashMap<>();
        long paid;
        long refunded;
        long paidOut;
        long earned;
    }

    @Test
    void addsUpAfterARandomHistoryOfAHundredOrders() {
        LOG.info("random history of seed {}", SEED);
        Random random = new Random(SEED);
        long stocked = 10_000;
        List<String> products =
                List.of(market.list("cooperative", stocked), market.list("cooperative2", stocked));
        History history = new History();

        for (int i = 0; i < ORDERS; i++) {
            live(random, products.get(i % 2), i % 2 == 0 ? "cooperative" : "cooperative2", history);
        }

        assertThat(history.paid).isPositive();
        assertThat(history.refunded).isPositive();
        assertThat(history.paidOut).isPositive();
        assertThat(number("SELECT sum(amount_fen)::bigint FROM ledger_posting")).isZero();
        assertThat(booked(history, "platform/%"))
                .isEqualTo(history.paid - history.refunded - history.paidOut);
        assertThat(booked(history, "payer/%")).isEqualTo(history.refunded - history.paid);
        assertThat(booked(history, "cooperative/%/benefit")).isEqualTo(history.earned);
        assertThat(booked(history, "cooperative/%/payable"))
                .isEqualTo(history.paidOut - history.earned);
        for (String product : products) {
            String row = " FROM stock WHERE product_id = '" + product + "'";
            assertThat(number("SELECT available + reserved + sold" + row)).isEqualTo(stocked);
            assertThat(number("SELECT least(available, reserved, sold)" + row)).isNotNegative();
            assertThat(number("SELECT reserved" + row))
                    .isEqualTo(history.stillReserved.getOrDefault(product, 0L));
        }
    }

    /** One order as far as chance takes it. */
    private void live(Random random, String product, String cooperative, History history) {
        boolean payFirst = random.nextBoolean();
        long quantity = 1L + random.nextInt(9);
        String order =
                market.orders(
                                random.nextInt(4) == 0 ? "buyer2" : "buyer",
                                Map.of(
                                        "lines",
                                        List.of(Market.line(product, quantity)),
                                        "terms",
                                        payFirst ? "PAY_FIRST" : "GOODS_FIRST"))
                        .getFirst();
        history.orders.add(order);
        history.stillReserved.merge(product, quantity, Long::sum);
        switch (random.nextInt(8)) {
            case 0 -> {
                return;
            }
            case 1 -> {
                off(cooperative, order, "refusal", product, quantity, history);
                return;
            }
            default -> market.step(cooperative, order, "confirmation", Map.of());
        }
        if (payFirst) {
            pay(random, order, history);
        }
        if (random.nextInt(6) == 0) {
            off(buyer(order), order, "cancellation", product, quantity, history);
            refund(order, history);
            return;
        }
        if (api.post(cooperative, "/orders/" + order + "/shipment", Map.of()).status() >= 300) {
            return; // pay first, and not all of it was paid
        }
        history.stillReserved.merge(product, -quantity, Long::sum);
        accept(random, order, quantity * 10_000);
        if (!market.state(order).equals("REJECTED")) {
            for (int i = 0; i < 3; i++) {
                pay(random, order, history);
            }
        }
        refund(order, history);
        settle(random, order, history);
    }

    private void accept(Random random, String order, long ordered) {
        long grams =
                switch (random.nextInt(4)) {
                    case 0 -> ordered;
                    case 1 -> random.nextInt(3) == 0 ? 0 : 1;
                    default -> 1 + random.nextLong(ordered);
                };
        market.accept(buyer(order), order, grams);
    }

    private void pay(Random random, String order, History history) {
        long due = head(order).number("/dueFen");
        if (due == 0) {
            return;
        }
        long fen = random.nextInt(3) == 0 ? 1 + random.nextLong(due) : due;
        if (fen == due && random.nextInt(4) == 0) {
            Answer charged =
                    market.step(
                            buyer(order),
                            order,
                            "card-payments",
                            Map.of("paymentMethod", "pm_card_visa"));
            assertThat(charged.text("/state")).isEqualTo("SUCCEEDED");
        } else {
            market.step(
                    "operator",
                    order,
                    "remittances",
                    Map.of(
                            "amountFen",
                            fen,
                            "payerName",
                            "国库集中支付中心",
                            "bankReference",
                            UUID.randomUUID()));
        }
        history.paid += fen;
    }

    private void refund(String order, History history) {
        long fen = head(order).number("/refundableFen");
        if (fen > 0) {
            market.step(
                    "operator",
                    order,
                    "refunds",
                    Map.of("amountFen", fen, "bankReference", UUID.randomUUID()));
            history.refunded += fen;
        }
    }

    private void settle(Random random, String order, History history) {
        Answer head = head(order);
        if (head.text("/state").equals("PAID")) {
            history.earned += head.number("/acceptedFen");
            if (random.nextInt(3) > 0) {
                market.settle(order);
                history.paidOut += head.number("/acceptedFen");
            }
        }
    }

    private void off(
            String who, String order, String step, String product, long quantity, History history) {
        market.step(who, order, step, Map.of("reason", "缺货"));
        history.stillReserved.merge(product, -quantity, Long::sum);
    }

    private String buyer(String order) {
        return head(order).text("/buyerName").contains("兰州") ? "buyer" : "buyer2";
    }

    private Answer head(String order) {
        return api.get("operator", "/orders/" + order);
    }

    private long booked(History history, String accounts) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT coalesce(sum(p.amount_fen), 0)::bigint AS number
                                FROM ledger_entry e
                                JOIN ledger_posting p ON p.entry_id = e.id
                                JOIN ledger_account a ON a.id = p.account_id
                                WHERE e.subject_id = ANY(:orders) AND a.code LIKE :accounts
                                """)
                        .bind(
                                "orders",
                                history.orders.stream().map(UUID::fromString).toArray(UUID[]::new))
                        .bind("accounts", accounts)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private Mono<Void> insert(UUID entry, long... amounts) {
        Mono<Void> all =
                run("""
                INSERT INTO ledger_account (code, opened_at) VALUES ('platform/test', now())
                ON CONFLICT (code) DO NOTHING
                """)
                        .then(
                                run(
                                        "INSERT INTO ledger_entry (id, kind, subject_id, booked_at)"
                                                + " VALUES ('%s', 'TEST', '%s', now())"
                                                        .formatted(entry, entry)));
        for (int i = 0; i < amounts.length; i++) {
            all = all.then(posting(entry, i + 1, amounts[i]));
        }
        return all;
    }

    private Mono<Void> posting(UUID entry, int line, long fen) {
        return run(
                """
                INSERT INTO ledger_posting (entry_id, line, account_id, amount_fen)
                SELECT '%s', %d, id, %d FROM ledger_account WHERE code = 'platform/test'
                """
                        .formatted(entry, line, fen));
    }

    private Mono<Void> run(String sql) {
        return database.sql(sql).then();
    }

    private void commit(Mono<Void> work) {
        transaction.transactional(work).block();
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block());
    }

    private static NewEntry entry(NewPosting... postings) {
        return new NewEntry("TEST", UUID.randomUUID(), "", List.of(postings));
    }
}
