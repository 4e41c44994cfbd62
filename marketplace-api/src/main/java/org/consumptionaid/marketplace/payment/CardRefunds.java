package org.consumptionaid.marketplace.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.CashAccount;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.payment.RefundRules.Part;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Money;
import org.consumptionaid.marketplace.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends overpaid money back to the card or wallet that paid. The books give it away when Stripe is
 * asked, so that nobody refunds it twice, and take it back if Stripe, or the payer's bank even days
 * later, says no.
 */
@Service
class CardRefunds {
    private static final Logger LOG = LoggerFactory.getLogger(CardRefunds.class);
    private static final int ASKED_PER_SWEEP = 20;
    private static final int ASKED_AT_ONCE = 2;

    private final RefundStore store;
    private final PaymentStore payments;
    private final CardGateway gateway;
    private final Ordering ordering;
    private final Transactions transactions;
    private final Clock clock;

    CardRefunds(
            RefundStore store,
            PaymentStore payments,
            CardGateway gateway,
            Ordering ordering,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.gateway = gateway;
        this.ordering = ordering;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes a refund that is to be asked for, in parts if no single payment took so much, the
     * newest payment first; joins the caller's transaction. Answers the parts. Refusals: those of
     * {@link Ordering#lockForRefund}, {@link PaymentRefusal.NotPaidByCard}, {@link
     * PaymentRefusal.PaymentUnderWay}.
     */
    Mono<List<UUID>> open(Caller caller, UUID orderId, Money amount) {
        return ordering.lockForRefund(caller, orderId, amount)
                .then(Mono.defer(() -> store.isAnyOpen(orderId)))
                .filter(isAnyOpen -> !isAnyOpen)
                .switchIfEmpty(new PaymentRefusal.PaymentUnderWay().asError())
                .flatMap(_ -> store.refundable(orderId))
                .flatMapIterable(paid -> RefundRules.spread(paid, amount))
                .concatMap(part -> open(caller, orderId, part))
                .collectList();
    }

    private Mono<UUID> open(Caller caller, UUID orderId, Part part) {
        UUID id = Ids.next(clock);
        return ordering.refund(caller, orderId, part.amount(), CashAccount.CARD, "")
                .flatMap(entry ->
                        store.insert(
                                        id,
                                        orderId,
                                        part.paymentId(),
                                        part.amount().fen(),
                                        entry,
                                        clock.instant())
                                .onErrorMap(
                                        DuplicateKeyException.class,
                                        _ -> new PaymentRefusal.PaymentUnderWay().asException()))
                .thenReturn(id);
    }

    /** Asks Stripe if that was not done before, and writes what is known then. */
    Mono<UUID> ask(UUID id) {
        return store.findOpen(id)
                .flatMap(refund -> answer(refund).flatMap(outcome -> settle(id, outcome)))
                .thenReturn(id);
    }

    /** Writes an outcome, once; one transaction. */
    Mono<Void> settle(UUID id, CardOutcome outcome) {
        Instant now = clock.instant();
        return transactions.run(
                switch (outcome) {
                    case CardOutcome.Accepted(String refundId, _) ->
                            store.lockOpen(id)
                                    .flatMap(_ -> payments.pending(id, refundId, null, now));
                    case CardOutcome.Succeeded(String refundId) ->
                            store.lockOpen(id).flatMap(_ -> payments.succeed(id, refundId, now));
                    case CardOutcome.Unknown(String reason) ->
                            store.lockOpen(id)
                                    .flatMap(_ ->
                                            payments.close(id, PaymentState.UNKNOWN, reason, now));
                    case CardOutcome.Refused(String reason) ->
                            store.lockStanding(id).flatMap(refund -> keep(refund, reason));
                });
    }

    @Scheduled(fixedDelayString = "PT10S")
    Mono<Void> askAboutTheSilent() {
        return Mono.defer(() ->
                        store.silent(
                                clock.instant().minus(CardPayments.SILENCE_BEFORE_ASKING),
                                ASKED_PER_SWEEP))
                .flatMapMany(Flux::fromIterable)
                .flatMap(
                        id -> ask(id).onErrorResume(RuntimeException.class, e -> later(id, e)),
                        ASKED_AT_ONCE)
                .then();
    }

    /** The key works as long as Stripe remembers it; then it is looked for under our id. */
    private Mono<CardOutcome> answer(CardRefund refund) {
        return refund.createdAt().plus(CardPayments.KEY_REMEMBERED).isAfter(clock.instant())
                ? gateway.refund(refund)
                : gateway.look(refund);
    }

    private Mono<Void> keep(CardRefund refund, String reason) {
        return payments.close(refund.id(), PaymentState.FAILED, reason, clock.instant())
                .then(
                        ordering.keep(
                                refund.orderId(),
                                new Money(refund.amountFen()),
                                refund.entryId(),
                                reason));
    }

    private static Mono<UUID> later(UUID refund, RuntimeException error) {
        LOG.warn("refund {} stays open and is asked about again: {}", refund, error.toString());
        return Mono.empty();
    }
}
