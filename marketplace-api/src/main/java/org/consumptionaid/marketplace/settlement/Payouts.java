package org.consumptionaid.marketplace.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.OrderingRefusal;
import org.consumptionaid.marketplace.settlement.PayoutBatch.State;
import org.consumptionaid.marketplace.settlement.PayoutStore.Locked;
import org.consumptionaid.marketplace.settlement.PayoutStore.Part;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SealedValues;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pays cooperatives out in batches. What is accepted, paid and out of its return window is gathered
 * with the file the bank will get; two people release it by the file's hash, and the second release
 * settles the orders. A pay-out the bank sends back is undone by reversing entries, and its orders
 * are ready for the next batch.
 */
@Service
public class Payouts {
    /** Of one batch, so that its release fits into one transaction; the others wait. */
    static final int MOST_ORDERS = 200;

    private static final char LETTER = 'B';

    private final PayoutStore store;
    private final ReadyOrderStore ready;
    private final Ordering ordering;
    private final SealedValues sealedValues;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Payouts(
            PayoutStore store,
            ReadyOrderStore ready,
            Ordering ordering,
            SealedValues sealedValues,
            Rules rules,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.ready = ready;
        this.ordering = ordering;
        this.sealedValues = sealedValues;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** A batch's file, to be taken to the bank. */
    public record File(String number, String text) {}

    /** What the next batch would pay, 200 cooperatives at most. */
    public Mono<List<PayableCooperative>> payable() {
        return windowClosedFor().flatMap(ready::payable);
    }

    /** The latest batches, newest first, without their pay-outs. */
    public Mono<List<PayoutBatch>> batches() {
        return store.batches();
    }

    /** A batch with its pay-outs. Refusals: {@link NotFound}. */
    public Mono<PayoutBatch> batch(UUID id) {
        return store.batch(id).switchIfEmpty(new NotFound().asError());
    }

    /**
     * Gathers what is payable, {@link #MOST_ORDERS} orders at most, the oldest first. Refusals:
     * {@link PayoutRefusal.NothingPayable}, {@link PayoutRefusal.BatchUnderWay}.
     */
    public Mono<PayoutBatch> prepare(Caller caller, IdempotencyKey key) {
        return once(
                caller,
                key,
                "prepare-payouts",
                store.oneIsPrepared()
                        .filter(waits -> !waits)
                        .switchIfEmpty(new PayoutRefusal.BatchUnderWay().asError())
                        .then(windowClosedFor())
                        .flatMap(before -> ready.gather(before, MOST_ORDERS))
                        .filter(orders -> !orders.isEmpty())
                        .switchIfEmpty(new PayoutRefusal.NothingPayable().asError())
                        .flatMap(orders ->
                                store.nextNumber()
                                        .map(number ->
                                                NewBatch.of(
                                                        CheckedNumber.of(LETTER, number),
                                                        orders,
                                                        () -> Ids.next(clock))))
                        .flatMap(batch -> write(caller, batch)));
    }

    /**
     * Releases a batch. The first release changes nothing; the second, by somebody else, settles
     * its orders. Refusals: {@link PayoutRefusal.OtherFile}, {@link
     * PayoutRefusal.SecondPersonNeeded}, {@link PayoutRefusal.BatchDecided}, {@link
     * PayoutRefusal.OrderChanged}, {@link OrderingRefusal.RefundDue}, {@link
     * OrderingRefusal.WrongState}, {@link NotFound}.
     *
     * @param sha256 of the file, as the releasing person saw it
     */
    public Mono<PayoutBatch> release(Caller caller, IdempotencyKey key, UUID id, String sha256) {
        record Input(String operation, UUID id, String sha256) {}
        return once(
                caller,
                key,
                new Input("release-payouts", id, sha256),
                prepared(id)
                        .filter(batch -> batch.sha256().equals(sha256))
                        .switchIfEmpty(new PayoutRefusal.OtherFile().asError())
                        .flatMap(batch -> release(caller, batch)));
    }

    /** The batch is not paid. Refusals: {@link PayoutRefusal.BatchDecided}, {@link NotFound}. */
    public Mono<PayoutBatch> cancel(Caller caller, IdempotencyKey key, UUID id, String reason) {
        record Input(String operation, UUID id, String reason) {}
        return once(
                caller,
                key,
                new Input("cancel-payouts", id, reason),
                prepared(id)
                        .then(store.cancel(id, caller.personId(), reason, clock.instant()))
                        .thenReturn(id));
    }

    /**
     * The bank has sent a cooperative's money back. Refusals: {@link PayoutRefusal.NotPaidOut},
     * {@link NotFound}.
     */
    public Mono<PayoutBatch> bounce(
            Caller caller, IdempotencyKey key, UUID payoutId, String reason, String reference) {
        record Input(String operation, UUID payoutId, String reason, String reference) {}
        return once(
                caller,
                key,
                new Input("bounce-payout", payoutId, reason, reference),
                store.lockPayout(payoutId)
                        .switchIfEmpty(new PayoutRefusal.NotPaidOut().asError())
                        .flatMap(batch ->
                                store.ofPayout(payoutId)
                                        .filter(parts -> !parts.isEmpty())
                                        .switchIfEmpty(new PayoutRefusal.NotPaidOut().asError())
                                        .flatMap(parts -> takeBack(caller, parts, reason))
                                        .then(
                                                store.bounce(
                                                        payoutId,
                                                        caller.personId(),
                                                        reason,
                                                        reference,
                                                        clock.instant()))
                                        .thenReturn(batch)));
    }

    /**
     * The file of a released batch, byte for byte what was released. Refusals: {@link
     * PayoutRefusal.NotReleasedYet}, {@link NotFound}.
     */
    public Mono<File> file(UUID id) {
        return store.file(id)
                .switchIfEmpty(new NotFound().asError())
                .filter(file -> file.state() == State.RELEASED)
                .switchIfEmpty(new PayoutRefusal.NotReleasedYet().asError())
                .map(this::open);
    }

    private File open(PayoutStore.SealedFile file) {
        String text = sealedValues.open(file.sealed());
        if (!BatchFile.sha256(text).equals(file.sha256())) {
            throw new IllegalStateException("the file of batch " + file.number() + " was changed");
        }
        return new File(file.number(), text);
    }

    private Mono<UUID> write(Caller caller, NewBatch batch) {
        UUID id = Ids.next(clock);
        BatchFile file = BatchFile.of(batch, sealedValues::open);
        return store.insert(
                        id,
                        batch,
                        sealedValues.seal(file.text()),
                        file.sha256(),
                        caller.personId(),
                        clock.instant())
                .onErrorMap(
                        DuplicateKeyException.class,
                        _ -> new PayoutRefusal.BatchUnderWay().asException())
                .thenReturn(id);
    }

    private Mono<Locked> prepared(UUID id) {
        return store.lock(id)
                .switchIfEmpty(new NotFound().asError())
                .filter(batch -> batch.state() == State.PREPARED)
                .switchIfEmpty(new PayoutRefusal.BatchDecided().asError());
    }

    private Mono<UUID> release(Caller caller, Locked batch) {
        UUID person = caller.personId();
        if (batch.firstReleaseBy() == null) {
            return store.releaseFirst(batch.id(), person, clock.instant()).thenReturn(batch.id());
        }
        if (batch.firstReleaseBy().equals(person)) {
            return new PayoutRefusal.SecondPersonNeeded().asError();
        }
        return store.ofBatch(batch.id())
                .flatMapMany(Flux::fromIterable)
                .concatMap(part -> settle(caller, part))
                .then(store.releaseSecond(batch.id(), person, clock.instant()))
                .thenReturn(batch.id());
    }

    private Mono<Void> settle(Caller caller, Part part) {
        return ordering.settle(caller, part.orderId())
                .filter(paid -> paid.amount().equals(new Money(part.amountFen())))
                .switchIfEmpty(new PayoutRefusal.OrderChanged(part.number()).asError())
                .flatMap(paid -> store.booked(part, paid.entryId()));
    }

    private Mono<Void> takeBack(Caller caller, List<Part> parts, String reason) {
        return Flux.fromIterable(parts)
                .concatMap(part ->
                        Mono.justOrEmpty(part.entryId())
                                .flatMap(entry ->
                                        ordering.takePayoutBack(
                                                caller, part.orderId(), entry, reason)))
                .then();
    }

    /** Orders that were accepted before this moment cannot be returned any more. */
    private Mono<Instant> windowClosedFor() {
        Instant now = clock.instant();
        return rules.inForce("settlement.return-window.days", now)
                .map(days -> now.minus(Duration.ofDays(days)));
    }

    private Mono<PayoutBatch> once(
            Caller caller, IdempotencyKey key, Object input, Mono<UUID> work) {
        return idempotency
                .once(caller.personId(), key, input, UUID.class, () -> work)
                .flatMap(store::batch);
    }
}
