package org.consumptionaid.marketplace.payment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.ledger.Ledger;
import org.consumptionaid.marketplace.ledger.NewEntry;
import org.consumptionaid.marketplace.ledger.NewPosting;
import org.consumptionaid.marketplace.ordering.CashAccount;
import org.consumptionaid.marketplace.payment.CardEvents.News.OfDispute;
import org.consumptionaid.marketplace.payment.DisputeStore.Disputed;
import org.consumptionaid.marketplace.payment.DisputeStore.Locked;
import org.consumptionaid.marketplace.shared.Transactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Payments whose payer asks its bank for the money back. Stripe takes the money when it hears of
 * it: it is held back in the books until the dispute is won, and lost with it. The order stays what
 * it is: what the cooperative delivered it delivered. Events come in any order and any number of
 * times.
 */
@Service
public class Disputes {
    private static final String HELD = "platform/disputed";
    private static final String LOST = "platform/losses";

    private final DisputeStore store;
    private final Ledger ledger;
    private final Transactions transactions;
    private final Clock clock;

    Disputes(DisputeStore store, Ledger ledger, Transactions transactions, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Open ones first, the most urgent first; 200 at most. */
    public Mono<List<DisputeView>> all() {
        return store.list();
    }

    /** Writes what an event says, once; nothing about a payment that is not ours. */
    Mono<Void> hear(OfDispute news) {
        return transactions.run(
                store.payment(news.intentId())
                        .switchIfEmpty(Mono.defer(this::notOurs))
                        .flatMap(payment ->
                                store.open(news, payment.id(), clock.instant())
                                        .then(store.lock(news.id()))
                                        .flatMap(known -> go(news, payment, known))));
    }

    /** Heard again later while it may be about a payment whose name is still to come. */
    private Mono<Disputed> notOurs() {
        return store.isAnyUnnamed()
                .flatMap(unnamed ->
                        unnamed
                                ? Mono.error(
                                        new IllegalStateException(
                                                "a payment has no name at Stripe yet"))
                                : Mono.empty());
    }

    private Mono<Void> go(OfDispute news, Disputed payment, Locked known) {
        if (known.state() != DisputeState.OPEN) {
            return Mono.empty();
        }
        return hold(news, payment, known)
                .flatMap(entry ->
                        news.state() == DisputeState.OPEN
                                ? Mono.empty()
                                : end(news, payment, entry)
                                        .then(
                                                store.close(
                                                        news.id(), news.state(), clock.instant())));
    }

    private Mono<UUID> hold(OfDispute news, Disputed payment, Locked known) {
        UUID held = known.entryId();
        return held != null
                ? Mono.just(held)
                : post(
                                "DISPUTE_OPENED",
                                payment,
                                CashAccount.CARD.posting(-news.amountFen()),
                                new NewPosting(HELD, null, news.amountFen()))
                        .flatMap(entry -> store.held(news.id(), entry).thenReturn(entry));
    }

    private Mono<UUID> end(OfDispute news, Disputed payment, UUID held) {
        return news.state() == DisputeState.WON
                ? ledger.reverse(held, payment.number())
                : post(
                        "DISPUTE_LOST",
                        payment,
                        new NewPosting(HELD, null, -news.amountFen()),
                        new NewPosting(LOST, null, news.amountFen()));
    }

    private Mono<UUID> post(String kind, Disputed payment, NewPosting giver, NewPosting receiver) {
        return ledger.post(
                new NewEntry(kind, payment.orderId(), payment.number(), List.of(giver, receiver)));
    }
}
