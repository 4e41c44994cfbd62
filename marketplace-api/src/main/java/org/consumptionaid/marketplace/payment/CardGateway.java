package org.consumptionaid.marketplace.payment;

import reactor.core.publisher.Mono;

/** The way to the card company. */
interface CardGateway {
    /**
     * Charges the card, or says what became of it if it was charged before under the same id. Never
     * an error: what cannot be known is {@link CardOutcome.Unknown}.
     */
    Mono<CardOutcome> charge(CardPayment payment);
}
