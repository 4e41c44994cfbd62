package org.consumptionaid.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reserve, then post or void or expire; and reversals. */
@MarketplaceTest
class HoldsIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired private Ledger ledger;

    @Autowired private Holds holds;

    @Autowired private DatabaseClient database;

    @Autowired private TransactionalOperator transaction;

    private String bank = "";
    private String owed = "";

    /** The bank has 100 fen. */
    @BeforeEach
    void fill() {
        bank = "test/" + UUID.randomUUID();
        owed = "test/" + UUID.randomUUID();
        commit(ledger.post(entry(100)));
    }

    @Test
    void movesNothingBeforeItIsPostedAndAllOfItThen() {
        UUID hold = commit(holds.reserve(hold(60)));
        assertThat(balance(bank)).isEqualTo(100);

        commit(holds.post(hold));

        assertThat(balance(bank)).isEqualTo(40);
        assertThat(balance(owed)).isEqualTo(60);
    }

    @Test
    void promisesNoFenTwice() {
        commit(holds.reserve(hold(60)));

        assertThatThrownBy(() -> commit(holds.reserve(hold(41))))
                .isInstanceOf(RefusedException.class);
        commit(holds.reserve(hold(40)));
    }

    @Test
    void promisesNoMoreThanThereIsToManyAtTheSameTime() {
        long winners =
                Objects.requireNonNull(
                        Flux.range(0, 12)
                                .flatMap(
                                        _ ->
                                                transaction
                                                        .transactional(holds.reserve(hold(30)))
                                                        .onErrorResume(
                                                                RefusedException.class,
                                                                _ -> Mono.empty()),
                                        6)
                                .count()
                                .block(SOON));

        assertThat(winners).isEqualTo(3);
    }

    @Test
    void givesBackWhatIsVoided() {
        UUID hold = commit(holds.reserve(hold(100)));

        transaction.transactional(holds.voidHold(hold)).block(SOON);

        assertThatThrownBy(() -> commit(holds.post(hold))).isInstanceOf(RefusedException.class);
        commit(holds.reserve(hold(100)));
    }

    @Test
    void postsNothingThatHasExpired() throws InterruptedException {
        UUID hold = commit(holds.reserve(hold(100, Instant.now().plusMillis(300))));

        Thread.sleep(400);

        assertThatThrownBy(() -> commit(holds.post(hold))).isInstanceOf(RefusedException.class);
        commit(holds.reserve(hold(100)));
    }

    @Test
    void isPostedOnceByAnyNumberOfPeople() {
        UUID hold = commit(holds.reserve(hold(10)));

        Flux.range(0, 8)
                .flatMap(
                        _ ->
                                transaction
                                        .transactional(holds.post(hold))
                                        .onErrorResume(RefusedException.class, _ -> Mono.empty()),
                        8)
                .blockLast(SOON);

        assertThat(balance(bank)).isEqualTo(90);
    }

    @Test
    void reversesAnEntryOnceAndNoReversal() {
        UUID entry = commit(ledger.post(entry(7)));

        UUID reversal = commit(ledger.reverse(entry, "booked twice"));

        assertThat(balance(bank)).isEqualTo(100);
        assertThatThrownBy(() -> commit(ledger.reverse(entry, "again")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> commit(ledger.reverse(reversal, "back")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> commit(ledger.reverse(UUID.randomUUID(), "nothing")))
                .isInstanceOf(RefusedException.class);
    }

    private NewEntry entry(long fen) {
        return new NewEntry(
                "TEST",
                UUID.randomUUID(),
                "",
                List.of(new NewPosting(bank, null, fen), new NewPosting("test/world", null, -fen)));
    }

    private NewHold hold(long fen) {
        return hold(fen, Instant.now().plus(SOON));
    }

    private NewHold hold(long fen, Instant expiresAt) {
        return new NewHold(
                "PAID_OUT",
                UUID.randomUUID(),
                bank,
                new NewPosting(owed, null, fen),
                "",
                expiresAt);
    }

    private UUID commit(Mono<UUID> work) {
        return Objects.requireNonNull(transaction.transactional(work).block(SOON));
    }

    private long balance(String account) {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM ledger_posting p
                                JOIN ledger_account a ON a.id = p.account_id WHERE a.code = :account
                                """)
                        .bind("account", account)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
