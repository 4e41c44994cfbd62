package org.consumptionaid.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What is committed gets sealed, and a seal holds for ever. */
@MarketplaceTest
class SealsIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private Ledger ledger;

    @Autowired private Seals seals;

    @Autowired private Sealer sealer;

    @Autowired private DatabaseClient database;

    @Autowired private TransactionalOperator transaction;

    @Test
    void sealsAnEntryWithinSecondsAndProvesIt() {
        UUID entry = post(100);

        EntryProof proof = awaitProof(entry);

        assertThat(proof.canonical())
                .startsWith("{\"id\":\"" + entry + "\",\"kind\":\"TEST\"")
                .contains("\"note\":\"an \\\"odd\\\" note\\u000a\"");
        assertThat(proof.leaf()).isEqualTo(Merkle.leaf(proof.canonical()));
        assertThat(Merkle.seal(proof.seal().canonical())).isEqualTo(proof.seal().hash());
    }

    @Test
    void neverSkipsAnEntryWhoseCommitLandsAfterThatOfLaterOnes() {
        Sinks.Empty<Void> gate = Sinks.empty();
        Sinks.One<UUID> early = Sinks.one();
        Mono<UUID> slow =
                transaction.transactional(
                        ledger.post(entry(1))
                                .doOnNext(early::tryEmitValue)
                                .delayUntil(_ -> gate.asMono()));
        var committed = slow.toFuture();
        UUID first = Objects.requireNonNull(early.asMono().block(SOON));
        UUID second = post(2);
        long sealOfSecond = awaitProof(second).seal().number();
        assertThat(
                        number(
                                "SELECT count(*) FROM ledger_sealed_entry WHERE entry_id = '"
                                        + first
                                        + "'"))
                .isZero();

        gate.tryEmitEmpty();

        assertThat(committed.orTimeout(15, java.util.concurrent.TimeUnit.SECONDS).join())
                .isEqualTo(first);
        assertThat(first).isLessThan(second);
        assertThat(awaitProof(first).seal().number()).isGreaterThan(sealOfSecond);
    }

    @Test
    void sealsEveryEntryOnceWhateverSealsAtTheSameTime() {
        List<UUID> entries =
                Flux.range(1, 60)
                        .flatMap(i -> transaction.transactional(ledger.post(entry(i))), 8)
                        .mergeWith(
                                Flux.range(1, 20)
                                        .flatMap(_ -> sealer.seal(), 4)
                                        .thenMany(Flux.empty()))
                        .collectList()
                        .block(SOON);

        Awaitility.await()
                .atMost(SOON)
                .until(() -> number("SELECT count(*) FROM ledger_unsealed") == 0);

        assertThat(entries).hasSize(60);
        assertThat(number("SELECT count(*) FROM ledger_entry"))
                .isEqualTo(number("SELECT count(*) FROM ledger_sealed_entry"))
                .isEqualTo(number("SELECT sum(entries)::bigint FROM ledger_seal"));
        assertThat(number("SELECT max(number) FROM ledger_seal"))
                .isEqualTo(number("SELECT count(*) FROM ledger_seal"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_seal SET entries = entries + 1",
                "DELETE FROM ledger_sealed_entry",
                "TRUNCATE ledger_seal CASCADE"
            })
    void changesNoSealForTheApplicationAndNotEvenForItsOwner(String statement) {
        assertThatThrownBy(() -> run(statement)).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        transaction
                                .transactional(
                                        database.sql("SET LOCAL ROLE postgres")
                                                .then()
                                                .then(database.sql(statement).then()))
                                .block())
                .hasStackTraceContaining("the ledger is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger_unsealed",
                "INSERT INTO ledger_unsealed VALUES (uuidv7())",
                "UPDATE ledger_unsealed SET entry_id = uuidv7()"
            })
    void letsTheApplicationTakeNothingFromWhatWaitsForItsSeal(String statement) {
        assertThatThrownBy(() -> run(statement)).hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SELECT max(number) + 2 FROM ledger_seal), (SELECT hash FROM ledger_seal ORDER BY number DESC LIMIT 1)",
                "(SELECT max(number) + 1 FROM ledger_seal), sha256('made up')",
                "(SELECT max(number) + 1 FROM ledger_seal), NULL",
                "1, NULL"
            })
    void takesNoSealThatDoesNotContinueTheChain(String numberAndPrevious) {
        awaitProof(post(3));

        assertThatThrownBy(() ->
                        run(
                                """
                                INSERT INTO ledger_seal (number, previous_hash, root, entries, sealed_at, hash)
                                SELECT n, p, sha256('root'), 1, now(), sha256('hash')
                                FROM (SELECT %s) AS x (n, p)
                                """
                                        .formatted(numberAndPrevious)))
                .hasStackTraceContaining("ledger_seal");
    }

    @Test
    void publishesTheHeadOfTheDay() {
        awaitProof(post(4));

        Answer heads = api.get("", "/ledger/heads");

        assertThat(heads.status()).isEqualTo(200);
        assertThat(heads.text("/items/0/day"))
                .isEqualTo(
                        LocalDate.ofInstant(
                                        Instant.parse(heads.text("/items/0/seal/sealedAt")),
                                        java.time.ZoneId.of("Asia/Shanghai"))
                                .toString());
        assertThat(heads.text("/items/0/seal/hash")).matches("[0-9a-f]{64}");
    }

    @Test
    void provesAnEntryToWhoeverMaySeeItsOrder() {
        String order =
                market.orders(
                                "buyer",
                                Map.of(
                                        "lines",
                                        List.of(Market.line(market.list("cooperative", 5), 1)),
                                        "terms",
                                        "PAY_FIRST"))
                        .getFirst();
        market.step("cooperative", order, "confirmation", Map.of());
        market.remit(order);
        String entry = api.get("buyer", "/ledger/entries?order=" + order).text("/items/0/id");
        awaitProof(UUID.fromString(entry));

        Answer proof = api.get("buyer", "/ledger/entries/" + entry + "/proof");

        assertThat(proof.text("/leaf")).isEqualTo(Merkle.leaf(proof.text("/canonical")));
        assertThat(api.get("buyer2", "/ledger/entries/" + entry + "/proof").status())
                .isEqualTo(404);
        assertThat(api.get("buyer", "/ledger/entries?order=" + order).number("/items/0/seal"))
                .isPositive();
    }

    private UUID post(long fen) {
        return Objects.requireNonNull(
                transaction.transactional(ledger.post(entry(fen))).block(SOON));
    }

    private static NewEntry entry(long fen) {
        return new NewEntry(
                "TEST",
                UUID.randomUUID(),
                "an \"odd\" note\n",
                List.of(
                        new NewPosting("platform/test", null, fen),
                        new NewPosting("platform/other", null, -fen)));
    }

    private EntryProof awaitProof(UUID entry) {
        return Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> seals.proof(entry).block(), Objects::nonNull);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql).mapValue(Long.class).one().block());
    }
}
