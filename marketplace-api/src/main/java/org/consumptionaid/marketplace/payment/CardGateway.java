package org.consumptionaid.marketplace.payment;

import reactor.core.publisher.Mono;

/**
 * The way to the card company. Never an error: what cannot be known is {@link CardOutcome.Unknown}.
 */
interface CardGateway {
    /** Charges, or says what became of it if it was charged before under the same id. */
    Mono<CardOutcome> charge(CardPayment payment);

    /**
     * What became of a payment that the card company may know: by its own id if it gave one, else
     * by ours. A payment it does not know is refused.
     */
    Mono<CardOutcome> look(CardPayment payment);

    /** Nobody waits for the payer any longer. Answers what became of it in the last moment. */
    Mono<CardOutcome> giveUp(CardPayment payment);

    /** Sends money back, or says what became of it if that was asked before under the same id. */
    Mono<CardOutcome> refund(CardRefund refund);

    /** What became of a refund; one it does not know is refused. */
    Mono<CardOutcome> look(CardRefund refund);
}
