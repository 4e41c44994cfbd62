package org.consumptionaid.marketplace.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.Deliveries;
import org.consumptionaid.marketplace.ordering.LineWeight;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.PackedLine;
import org.consumptionaid.marketplace.ordering.RestockedLine;
import org.consumptionaid.marketplace.ordering.WeighedLine;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Goods on their way: what leaves the cooperative and what the buyer weighs. */
@Service
public class Fulfilment {
    private final LotStore store;
    private final Ordering ordering;
    private final Deliveries deliveries;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Fulfilment(
            LotStore store,
            Ordering ordering,
            Deliveries deliveries,
            Rules rules,
            Idempotency idempotency,
            Clock clock) {
        this.store = store;
        this.ordering = ordering;
        this.deliveries = deliveries;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Ships packages of an order, those of each line as a lot of its own with its compliance
     * certificate. Refusals: those of {@link Deliveries#ship}, {@link
     * FulfilmentRefusal.LotCertificateMissing}.
     *
     * @param lines none: all that is left
     */
    Mono<OrderView> ship(
            Caller caller,
            IdempotencyKey key,
            UUID orderId,
            String note,
            CertificateTerms terms,
            List<PackedLine> lines) {
        record Input(
                String operation,
                UUID orderId,
                String note,
                CertificateTerms terms,
                List<PackedLine> lines) {}
        return once(
                caller,
                key,
                orderId,
                new Input("ship", orderId, note, terms, lines),
                () ->
                        deliveries
                                .ship(caller, orderId, note, lines)
                                .flatMap(left -> makeLots(orderId, left, terms)));
    }

    /**
     * What was weighed and accepted of a shipment. Refusals: those of {@link Deliveries#accept}.
     *
     * @param shipment none: the only one under way
     */
    Mono<OrderView> accept(
            Caller caller,
            IdempotencyKey key,
            UUID orderId,
            @Nullable Integer shipment,
            List<WeighedLine> weighed) {
        record Input(
                String operation,
                UUID orderId,
                @Nullable Integer shipment,
                List<WeighedLine> weighed) {}
        return once(
                caller,
                key,
                orderId,
                new Input("accept", orderId, shipment, weighed),
                () -> deliveries.accept(caller, orderId, shipment, weighed).then());
    }

    /**
     * What became of the refused goods of a shipment. Refusals: those of {@link
     * Deliveries#restock}.
     */
    Mono<OrderView> restock(
            Caller caller,
            IdempotencyKey key,
            UUID orderId,
            int shipment,
            List<RestockedLine> lines,
            String note) {
        record Input(
                String operation,
                UUID orderId,
                int shipment,
                List<RestockedLine> lines,
                String note) {}
        return once(
                caller,
                key,
                orderId,
                new Input("restock", orderId, shipment, lines, note),
                () -> deliveries.restock(caller, orderId, shipment, lines, note).then());
    }

    /** What is left will not be shipped. Refusals: those of {@link Deliveries#close}. */
    Mono<OrderView> close(Caller caller, IdempotencyKey key, UUID orderId, String reason) {
        record Input(String operation, UUID orderId, String reason) {}
        return once(
                caller,
                key,
                orderId,
                new Input("close", orderId, reason),
                () -> deliveries.close(caller, orderId, reason).then());
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
    public Mono<List<LotSummary>> lots(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).flatMap(order -> store.ofOrder(order.id()));
    }

    /**
     * The compliance certificates of an order's lots that the caller may see. Refusals: {@link
     * NotFound}.
     */
    public Mono<List<LotView>> certificates(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId).flatMap(order -> store.certificates(order.id()));
    }

    /** The latest lots of a product, newest first. */
    Mono<List<LatestLot>> latestLots(UUID productId) {
        return store.latest(productId);
    }

    private Mono<Void> makeLots(UUID orderId, List<LineWeight> left, CertificateTerms terms) {
        Instant now = clock.instant();
        Mono<Void> certificates =
                terms.issues()
                        ? store.certify(
                                orderId, left.getFirst().shipment(), terms, BusinessDay.of(now))
                        : requireNoneIsNeeded(now);
        return store.insertLots(orderId, left, now).then(certificates);
    }

    private Mono<Void> requireNoneIsNeeded(Instant now) {
        return rules.inForce("fulfilment.lot-certificate.required", now)
                .flatMap(required ->
                        required == 0
                                ? Mono.empty()
                                : new FulfilmentRefusal.LotCertificateMissing().asError());
    }

    private Mono<OrderView> once(
            Caller caller,
            IdempotencyKey key,
            UUID orderId,
            Object input,
            Supplier<Mono<Void>> work) {
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        input,
                        UUID.class,
                        () -> work.get().thenReturn(orderId))
                .flatMap(id -> ordering.order(caller, id));
    }
}
