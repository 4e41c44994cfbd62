package org.consumptionaid.marketplace.payment;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Payments and refunds through Stripe without an outcome, for the operator to look after. */
@Service
class UnknownPayments {
    private final UnknownPaymentStore store;
    private final PaymentStore payments;
    private final CardPayments cards;
    private final CardRefunds refunds;

    UnknownPayments(
            UnknownPaymentStore store,
            PaymentStore payments,
            CardPayments cards,
            CardRefunds refunds) {
        this.store = store;
        this.payments = payments;
        this.cards = cards;
        this.refunds = refunds;
    }

    /** The oldest first. */
    Mono<List<UnknownPayment>> all() {
        return store.all();
    }

    /**
     * Asks Stripe now, as the sweeper does by itself, and answers what is known then. One that has
     * its outcome is not asked about. Refusals: {@link NotFound}.
     */
    Mono<PaymentView> ask(UUID id) {
        return store.method(id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(method ->
                        method == PaymentMethod.CARD_REFUND ? refunds.ask(id) : cards.charge(id))
                .flatMap(payments::find);
    }
}
