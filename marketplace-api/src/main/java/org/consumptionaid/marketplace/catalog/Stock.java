package org.consumptionaid.marketplace.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.shared.Refusal;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Packages that can be ordered, are reserved for orders, or are sold. What moves them joins the
 * caller's transaction and puts the products into the outbox of the search index.
 */
@Service
public class Stock {
    private final StockStore store;
    private final Outbox outbox;
    private final Clock clock;

    Stock(StockStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the packages from what is available and answers what they are, in the order asked for.
     * Refusals: {@link CatalogRefusal.InsufficientStock} with what is left, {@link
     * CatalogRefusal.NotOnSale}, that the certificate is not in force, {@link NotFound}.
     *
     * @param wanted each product once
     * @param kind whose offers hold
     */
    public Mono<List<Offer>> reserve(List<Wanted> wanted, BuyerKind kind) {
        return store.reserve(wanted)
                .flatMap(taken ->
                        offers(ids(wanted), kind).map(found -> checked(wanted, taken, found)))
                .flatMap(offers -> outbox.changed(ids(wanted)).thenReturn(offers));
    }

    /**
     * Says that packages may have been taken by a statement that also wrote the outbox; called
     * after it, whatever came of it.
     */
    public void changed(List<UUID> productIds) {
        outbox.tell(productIds);
    }

    /** Gives reserved packages back. */
    public Mono<Void> release(List<Wanted> reserved) {
        return store.release(reserved).then(outbox.changed(ids(reserved)));
    }

    /** Reserved packages have left the cooperative. */
    public Mono<Void> sell(List<Wanted> reserved) {
        return store.sell(reserved).then(outbox.changed(ids(reserved)));
    }

    /** Packages that had left came back and can be ordered again. */
    public Mono<Void> takeBack(List<Wanted> sold) {
        return store.takeBack(sold).then(outbox.changed(ids(sold)));
    }

    /** The products as such a buyer can order them now; unknown ones are left out. */
    public Mono<List<Offer>> offers(List<UUID> productIds, BuyerKind kind) {
        return store.offers(productIds, kind, clock.instant());
    }

    private static List<Offer> checked(List<Wanted> wanted, List<UUID> taken, List<Offer> found) {
        Map<UUID, Offer> offers = new HashMap<>();
        found.forEach(offer -> offers.put(offer.productId(), offer));
        List<Offer> ordered = new ArrayList<>();
        for (Wanted one : wanted) {
            ordered.add(checked(offers.get(one.productId()), taken.contains(one.productId())));
        }
        return ordered;
    }

    private static Offer checked(@Nullable Offer offer, boolean taken) {
        if (offer == null) {
            throw new NotFound().asException();
        }
        Refusal refusal = offer.refusal(0);
        if (refusal == null && !taken) {
            refusal =
                    new CatalogRefusal.InsufficientStock(
                            offer.name(), offer.unit(), offer.available());
        }
        if (refusal != null) {
            throw refusal.asException();
        }
        return offer;
    }

    private static List<UUID> ids(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::productId).toList();
    }
}
