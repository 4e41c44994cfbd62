package org.consumptionaid.marketplace.pricing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Prices beside a product's own: by quantity, by kind of buyer, for some days. An offer is never
 * edited: it is ended, and another one made.
 */
@Service
public class PriceOffers {
    static final int MOST_OFFERS = 50;

    private final PriceOfferStore store;
    private final Ceilings ceilings;
    private final Idempotency idempotency;
    private final Clock clock;

    PriceOffers(PriceOfferStore store, Ceilings ceilings, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.ceilings = ceilings;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * What a product costs the caller now, and its offers. Refusals: {@link NotFound}.
     *
     * @param caller none if nobody is signed in
     */
    public Mono<ProductPrices> of(UUID productId, @Nullable Caller caller) {
        BuyerKind kind = BuyerKind.of(caller == null ? null : caller.role());
        return store.product(productId, clock.instant())
                .switchIfEmpty(new NotFound().asError())
                .flatMap(product ->
                        store.offers(productId, clock.instant())
                                .map(offers -> ProductPrices.of(kind, product.own(), offers)));
    }

    /**
     * What one package costs a buyer of this kind now, of those products where an offer says so.
     *
     * @param products by id, 100 at most
     */
    public Mono<Map<UUID, PriceStep>> ofOnePackage(BuyerKind kind, Map<UUID, ListPrice> products) {
        return products.isEmpty()
                ? Mono.just(Map.of())
                : store.tiers(products.keySet(), kind, clock.instant())
                        .map(tiers -> PriceRules.ofOnePackage(products, tiers, kind));
    }

    /**
     * Makes an offer for a product of the caller's cooperative. Refusals: {@link NotFound}, {@link
     * PricingRefusal}.
     */
    public Mono<ProductPrices> add(
            Caller caller, IdempotencyKey key, UUID productId, PriceOfferForm form) {
        record Input(String operation, UUID productId, PriceOfferForm form) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("offer", productId, form),
                        UUID.class,
                        () -> insert(caller, productId, form))
                .flatMap(_ -> of(productId, caller));
    }

    /**
     * Ends an offer now; one that has not begun never will. Refusals: {@link NotFound} if it is
     * over.
     */
    public Mono<ProductPrices> end(Caller caller, IdempotencyKey key, UUID productId, UUID id) {
        record Input(String operation, UUID productId, UUID id) {}
        Mono<UUID> work =
                store.lock(productId, caller.organisationId(), clock.instant())
                        .flatMap(_ -> store.end(productId, id, caller.personId(), clock.instant()))
                        .filter(rows -> rows == 1)
                        .switchIfEmpty(new NotFound().asError())
                        .thenReturn(id);
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("end-offer", productId, id),
                        UUID.class,
                        () -> work)
                .flatMap(_ -> of(productId, caller));
    }

    private Mono<UUID> insert(Caller caller, UUID productId, PriceOfferForm form) {
        return store.lock(productId, caller.organisationId(), clock.instant())
                .switchIfEmpty(new NotFound().asError())
                .filter(product -> product.offers() < MOST_OFFERS)
                .switchIfEmpty(new PricingRefusal.TooManyOffers(MOST_OFFERS).asError())
                .flatMap(product -> ceilings.allow(product.at(form.fenPerKg()), form.priceReason()))
                .map(note -> NewPriceOffer.of(caller, productId, form, note, clock))
                .flatMap(offer -> store.insert(offer).thenReturn(offer.id()))
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> new PricingRefusal.OfferOverlaps().asException());
    }
}
