package org.consumptionaid.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consumptionaid.marketplace.ordering.CashAccount;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.payment.CardOutcome.Accepted;
import org.consumptionaid.marketplace.payment.CardOutcome.Refused;
import org.consumptionaid.marketplace.payment.CardOutcome.Succeeded;
import org.consumptionaid.marketplace.payment.CardOutcome.Unknown;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings card payments to an outcome. Whoever hears of it first, the answer to the charge, an event
 * or the sweeper, writes it; the others find it written. A payment without an outcome is asked
 * about again under the same key, which charges nothing twice.
 */
@Service
class CardPayments {
    static final Duration SILENCE_BEFORE_ASKING = Duration.ofSeconds(30);

    /** An hour less than Stripe says. */
    static final Duration KEY_REMEMBERED = Duration.ofHours(23);

    /** How long a payer may take on the page of a wallet, or before its code. */
    static final Duration PAYER_PATIENCE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(CardPayments.class);
    private static final int ASKED_PER_SWEEP = 20;
    private static final int ASKED_AT_ONCE = 2;

    private final PaymentStore store;
    private final CardGateway gateway;
    private final Ordering ordering;
    private final Transactions transactions;
    private final Clock clock;

    CardPayments(
            PaymentStore store,
            CardGateway gateway,
            Ordering ordering,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.gateway = gateway;
        this.ordering = ordering;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks for the money if that was not done before, and writes what is known then. */
    Mono<UUID> charge(UUID paymentId) {
        return store.findOpenCard(paymentId)
                .flatMap(payment -> answer(payment).flatMap(outcome -> settle(paymentId, outcome)))
                .thenReturn(paymentId);
    }

    /**
     * The key charges once as long as Stripe remembers it, and would only repeat the first answer
     * once Stripe has named the payment.
     */
    private Mono<CardOutcome> answer(CardPayment payment) {
        Instant now = clock.instant();
        boolean asked = payment.intentId() != null;
        if (!asked && payment.createdAt().plus(KEY_REMEMBERED).isAfter(now)) {
            return gateway.charge(payment);
        }
        boolean late = payment.createdAt().plus(PAYER_PATIENCE).isBefore(now);
        return gateway.look(payment)
                .flatMap(outcome ->
                        outcome instanceof Accepted accepted && accepted.action() != null && late
                                ? gateway.giveUp(payment)
                                : Mono.just(outcome));
    }

    /**
     * Writes an outcome, once; one transaction. Money that came counts even after a refusal, since
     * events come in any order.
     */
    Mono<Void> settle(UUID paymentId, CardOutcome outcome) {
        Mono<CardPayment> concerned =
                outcome instanceof Succeeded
                        ? store.lockUnpaidCard(paymentId)
                        : store.lockOpenCard(paymentId);
        return transactions.run(
                concerned.flatMap(payment ->
                        switch (outcome) {
                            case Accepted(String intentId, PayerAction action) ->
                                    store.pending(paymentId, intentId, action, clock.instant());
                            case Succeeded(String intentId) -> succeed(payment, intentId);
                            case Refused(String reason) ->
                                    store.close(
                                            paymentId,
                                            PaymentState.FAILED,
                                            reason,
                                            clock.instant());
                            case Unknown(String reason) ->
                                    store.close(
                                            paymentId,
                                            PaymentState.UNKNOWN,
                                            reason,
                                            clock.instant());
                        }));
    }

    @Scheduled(fixedDelayString = "PT10S")
    Mono<Void> askAboutTheSilent() {
        return Mono.defer(() ->
                        store.silentCards(
                                clock.instant().minus(SILENCE_BEFORE_ASKING), ASKED_PER_SWEEP))
                .flatMapMany(Flux::fromIterable)
                .flatMap(
                        payment ->
                                charge(payment)
                                        .onErrorResume(
                                                RuntimeException.class,
                                                error -> later(payment, error)),
                        ASKED_AT_ONCE)
                .then();
    }

    private Mono<Void> succeed(CardPayment payment, String intentId) {
        return store.succeed(payment.id(), intentId, clock.instant())
                .then(
                        ordering.receive(
                                payment.orderId(),
                                new Money(payment.amountFen()),
                                CashAccount.CARD,
                                intentId));
    }

    private Mono<UUID> later(UUID payment, RuntimeException error) {
        LOG.warn(
                "card payment {} stays open and is asked about again: {}",
                payment,
                error.toString());
        return Mono.empty();
    }
}
