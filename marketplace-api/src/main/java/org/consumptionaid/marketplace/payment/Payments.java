package org.consumptionaid.marketplace.payment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ledger.EntryProof;
import org.consumptionaid.marketplace.ledger.EntryView;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.LedgerRefusal;
import org.consumptionaid.marketplace.ledger.Seals;
import org.consumptionaid.marketplace.ordering.CashAccount;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.OrderingRefusal;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Money for orders, by bank remittance and by card, and what the ledger says of it. */
@Service
public class Payments {
    private final PaymentStore store;
    private final CardPayments cards;
    private final CardRefunds refunds;
    private final Ordering ordering;
    private final Ledger ledger;
    private final Seals seals;
    private final Idempotency idempotency;
    private final Clock clock;

    Payments(
            PaymentStore store,
            CardPayments cards,
            CardRefunds refunds,
            Ordering ordering,
            Ledger ledger,
            Seals seals,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.refunds = refunds;
        this.ordering = ordering;
        this.ledger = ledger;
        this.seals = seals;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The payments of an order the caller may see, oldest first. Refusals: {@link NotFound}. */
    public Mono<List<PaymentView>> ofOrder(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).then(store.ofOrder(orderId));
    }

    /**
     * The ledger's entries about an order the caller may see, oldest first. Refusals: {@link
     * NotFound}.
     */
    public Mono<List<EntryView>> entries(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).then(ledger.entriesAbout(orderId));
    }

    /**
     * The proof that an entry about an order the caller may see lies under a seal. Refusals: {@link
     * NotFound}, {@link LedgerRefusal.NotSealedYet}.
     */
    public Mono<EntryProof> proof(Caller caller, UUID entryId) {
        return ledger.subjectOf(entryId)
                .flatMap(order -> ordering.order(caller, order))
                .switchIfEmpty(new NotFound().asError())
                .then(seals.proof(entryId));
    }

    /**
     * What the caller's cooperative has earned and been paid out; every one's for operator and
     * auditor.
     */
    public Mono<List<Benefit>> benefits(Caller caller) {
        List<UUID> whose = caller.seesAll() ? List.of() : List.of(caller.organisationId());
        return ledger.turnovers("cooperative", "benefit", "BENEFIT_EARNED", whose)
                .zipWith(
                        ledger.turnovers("cooperative", "payable", "PAID_OUT", whose), Benefit::of);
    }

    /**
     * Records that the bank reports a remittance for an order. Refusals: {@link
     * OrderingRefusal.TooMuchMoney}, {@link OrderingRefusal.WrongState}, {@link
     * PaymentRefusal.BankReferenceUsed}, {@link NotFound}.
     */
    public Mono<PaymentView> recordRemittance(
            Caller caller,
            IdempotencyKey key,
            UUID orderId,
            Money amount,
            String payerName,
            String bankReference) {
        NewPayment payment =
                NewPayment.byBank(
                        Ids.next(clock),
                        orderId,
                        PaymentMethod.REMITTANCE,
                        amount,
                        payerName,
                        bankReference,
                        clock.instant());
        Mono<Void> booking =
                store.isOnAStatement(bankReference)
                        .filter(found -> !found)
                        .switchIfEmpty(new PaymentRefusal.BankReferenceUsed().asError())
                        .flatMap(_ ->
                                ordering.credit(
                                        caller, orderId, amount, CashAccount.BANK, bankReference))
                        .flatMap(entry -> store.booked(payment.id(), entry));
        return byBank(caller, key, payment, booking);
    }

    /**
     * Records that overpaid money was sent back. Refusals: {@link OrderingRefusal.TooMuchMoney},
     * {@link OrderingRefusal.WrongState}, {@link PaymentRefusal.BankReferenceUsed}, {@link
     * NotFound}.
     */
    public Mono<PaymentView> recordRefund(
            Caller caller, IdempotencyKey key, UUID orderId, Money amount, String bankReference) {
        NewPayment payment =
                NewPayment.byBank(
                        Ids.next(clock),
                        orderId,
                        PaymentMethod.REFUND,
                        amount,
                        "",
                        bankReference,
                        clock.instant());
        Mono<Void> booking =
                ordering.refund(caller, orderId, amount, CashAccount.BANK, bankReference).then();
        return byBank(caller, key, payment, booking);
    }

    /**
     * Sends overpaid money back to the cards and wallets that paid, and answers its parts, each of
     * which may still be pending. Refusals: those of {@link CardRefunds#open}.
     */
    public Mono<List<PaymentView>> refundToCard(
            Caller caller, IdempotencyKey key, UUID orderId, Money amount) {
        record Input(String operation, UUID orderId, long amountFen) {}
        record Parts(List<UUID> ids) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("card-refunds", orderId, amount.fen()),
                        Parts.class,
                        () -> refunds.open(caller, orderId, amount).map(Parts::new))
                .flatMapIterable(Parts::ids)
                .concatMap(refunds::ask)
                .concatMap(store::find)
                .collectList();
    }

    /**
     * Pays what is due by card. The payment is written before Stripe is asked, so that no charge
     * can be without its order; the answer may still be pending. Refusals: {@link
     * PaymentRefusal.NothingDue}, {@link PaymentRefusal.PaymentUnderWay}, {@link
     * OrderingRefusal.WrongState}, {@link NotFound}.
     */
    public Mono<PaymentView> payByCard(
            Caller caller, IdempotencyKey key, UUID orderId, String paymentMethod) {
        record Input(String operation, UUID orderId, String paymentMethod) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("card", orderId, paymentMethod),
                        UUID.class,
                        () -> open(caller, orderId, paymentMethod))
                .flatMap(cards::charge)
                .flatMap(store::find);
    }

    /**
     * Books money of a bank statement's line for an order, whatever is due; joins the caller's
     * transaction. Refusals: {@link OrderingRefusal.WrongState}, {@link NotFound}.
     *
     * @param by who decided that it is for this order; none if it was plain
     */
    public Mono<Void> book(@Nullable Caller by, Remitted remitted) {
        UUID id = Ids.next(clock);
        return store.insert(NewPayment.onAStatement(id, remitted, clock.instant()))
                .then(
                        ordering.remitted(
                                by,
                                remitted.orderId(),
                                new Money(remitted.amountFen()),
                                remitted.bankReference()))
                .flatMap(entry -> store.booked(id, entry));
    }

    /**
     * Hands a remittance that was typed in to the bank statement's line that proves it; joins the
     * caller's transaction. Whether there was one with this reference and amount.
     */
    public Mono<Boolean> adopt(UUID bankLineId, String bankReference, long amountFen) {
        return store.adopt(bankLineId, bankReference, amountFen);
    }

    /**
     * Takes back all that was booked from a bank statement's line; joins the caller's transaction.
     * Refusals: {@link OrderingRefusal.WrongState}, {@link OrderingRefusal.TooMuchMoney}.
     */
    public Mono<Void> takeBack(Caller by, UUID bankLineId, String reason) {
        return store.lockOfLine(bankLineId)
                .flatMapMany(Flux::fromIterable)
                .concatMap(payment ->
                        ordering.takeBack(
                                        by,
                                        payment.orderId(),
                                        new Money(payment.amountFen()),
                                        payment.entryId(),
                                        reason)
                                .then(
                                        store.close(
                                                payment.id(),
                                                PaymentState.REVERSED,
                                                reason,
                                                clock.instant())))
                .then();
    }

    private Mono<UUID> open(Caller caller, UUID orderId, String paymentMethod) {
        return ordering.lockForPayment(caller, orderId)
                .filter(due -> due.fen() > 0)
                .switchIfEmpty(new PaymentRefusal.NothingDue().asError())
                .map(due ->
                        NewPayment.byCard(
                                Ids.next(clock), orderId, due, paymentMethod, clock.instant()))
                .flatMap(payment ->
                        store.insert(payment)
                                .onErrorMap(
                                        DuplicateKeyException.class,
                                        _ -> new PaymentRefusal.PaymentUnderWay().asException())
                                .thenReturn(payment.id()));
    }

    private Mono<PaymentView> byBank(
            Caller caller, IdempotencyKey key, NewPayment payment, Mono<Void> booking) {
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        payment.input(),
                        UUID.class,
                        () ->
                                store.insert(payment)
                                        .onErrorMap(
                                                DuplicateKeyException.class,
                                                _ ->
                                                        new PaymentRefusal.BankReferenceUsed()
                                                                .asException())
                                        .then(booking)
                                        .thenReturn(payment.id()))
                .flatMap(store::find);
    }
}
