package org.consumptionaid.marketplace.pricing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Every price that was ever valid; nothing of it is changed or deleted. */
@Service
public class PriceHistory {
    static final int MOST_SHOWN = 1_000;
    static final int MOST_EXPORTED = 20_000;

    private final PriceHistoryStore store;
    private final References references;
    private final Clock clock;

    PriceHistory(PriceHistoryStore store, References references, Clock clock) {
        this.store = store;
        this.references = references;
        this.clock = clock;
    }

    /**
     * A product's own price, or what is said of it, is another one from now on; nothing if it is
     * not. Joins the caller's transaction.
     */
    public Mono<Void> remember(UUID productId, ListPrice price, UUID setBy, PriceNote note) {
        return store.insert(Ids.next(clock), productId, price, setBy, note, clock.instant());
    }

    /**
     * The latest {@value #MOST_SHOWN} prices of a product, the newest first, and the reference. Who
     * set them is for its cooperative, the operator and the auditor. Refusals: {@link NotFound}.
     *
     * @param caller none if nobody is signed in
     */
    Mono<ProductPriceHistory> of(UUID productId, @Nullable Caller caller) {
        return read(productId, caller, MOST_SHOWN)
                .flatMap(periods ->
                        store.product(productId)
                                .flatMap(references::of)
                                .map(found ->
                                        new ProductPriceHistory(periods, found.orElse(null))));
    }

    /** The same, {@value #MOST_EXPORTED} at most, as a table. Refusals: {@link NotFound}. */
    Mono<byte[]> csv(UUID productId, @Nullable Caller caller) {
        return read(productId, caller, MOST_EXPORTED).map(PriceTable::csv);
    }

    private Mono<List<PricePeriod>> read(UUID productId, @Nullable Caller caller, int most) {
        return store.periods(productId, caller, most)
                .filter(periods -> !periods.isEmpty())
                .switchIfEmpty(new NotFound().asError());
    }
}
