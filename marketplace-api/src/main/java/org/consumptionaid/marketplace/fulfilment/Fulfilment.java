package org.consumptionaid.marketplace.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.WeighedLine;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Goods on their way: what leaves the cooperative and what the buyer weighs. */
@Service
public class Fulfilment {
    private final LotStore store;
    private final Ordering ordering;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Fulfilment(
            LotStore store, Ordering ordering, Rules rules, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.ordering = ordering;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Ships all lines of an order, each as a lot of its own with its compliance certificate.
     * Refusals: those of {@link Ordering#ship}, {@link FulfilmentRefusal.LotCertificateMissing}.
     */
    Mono<OrderView> ship(
            Caller caller, IdempotencyKey key, UUID orderId, String note, CertificateTerms terms) {
        record Input(String operation, UUID orderId, String note, CertificateTerms terms) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("ship", orderId, note, terms),
                        UUID.class,
                        () ->
                                ordering.ship(caller, orderId, note)
                                        .flatMap(order -> makeLots(order, terms))
                                        .thenReturn(orderId))
                .flatMap(id -> ordering.order(caller, id));
    }

    /**
     * The compliance certificate of a lot, by its number as people write it. Refusals: {@link
     * FulfilmentRefusal.NotALotNumber}, {@link NotFound}.
     */
    Mono<LotView> lot(String number) {
        String written = number.strip().toUpperCase(Locale.ROOT);
        return CheckedNumber.isValid(LotStore.LETTER, written)
                ? store.find(written).switchIfEmpty(new NotFound().asError())
                : new FulfilmentRefusal.NotALotNumber().asError();
    }

    /** The lots of an order that the caller may see. Refusals: {@link NotFound}. */
    Mono<List<LotSummary>> lots(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).flatMap(order -> store.ofOrder(order.id()));
    }

    /** The latest lots of a product, newest first. */
    Mono<List<LatestLot>> latestLots(UUID productId) {
        return store.latest(productId);
    }

    private Mono<Void> makeLots(OrderView order, CertificateTerms terms) {
        Instant now = clock.instant();
        Mono<Void> certificates =
                terms.issues()
                        ? store.certify(order.id(), terms, BusinessDay.of(now))
                        : requireNoneIsNeeded(now);
        return store.insertLots(order, now).then(certificates);
    }

    private Mono<Void> requireNoneIsNeeded(Instant now) {
        return rules.inForce("fulfilment.lot-certificate.required", now)
                .flatMap(required ->
                        required == 0
                                ? Mono.empty()
                                : new FulfilmentRefusal.LotCertificateMissing().asError());
    }

    /** The weight that was accepted of every line. Refusals: those of {@link Ordering#accept}. */
    public Mono<OrderView> accept(
            Caller caller, IdempotencyKey key, UUID orderId, List<WeighedLine> weighed) {
        record Input(String operation, UUID orderId, List<WeighedLine> weighed) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("accept", orderId, weighed),
                        UUID.class,
                        () -> ordering.accept(caller, orderId, weighed))
                .flatMap(id -> ordering.order(caller, id));
    }
}
