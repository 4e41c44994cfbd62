package org.consumptionaid.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What the operator does about products that no retry can index. A row goes when an indexer has
 * written the product, and not before.
 */
@Service
class ParkedProducts {
    private final ParkedStore store;
    private final Catalog catalog;
    private final Outbox outbox;
    private final Idempotency idempotency;

    ParkedProducts(ParkedStore store, Catalog catalog, Outbox outbox, Idempotency idempotency) {
        this.store = store;
        this.catalog = catalog;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** All of them, the newest product first. */
    Mono<Page<ParkedProduct>> all(UUID before) {
        return store.parked(before).map(rows -> Page.of(rows, ParkedProduct::productId));
    }

    /**
     * Changes a parked product in its cooperative's name; the change itself sends it to the index
     * again. Refusals: those of {@link Catalog#edit}, {@link NotFound} if it is not parked.
     */
    Mono<ProductView> correct(Caller operator, UUID id, Version read, ProductForm form) {
        return store.organisationOf(id)
                .switchIfEmpty(new NotFound().asError())
                .map(owner -> new Caller(operator.personId(), owner, operator.role()))
                .flatMap(onBehalf -> catalog.edit(onBehalf, id, read, form));
    }

    /** Puts them into the outbox once more. Ids that are not parked are left out. */
    Mono<Replay.Begun> replay(Caller operator, IdempotencyKey key, @Nullable Replay wanted) {
        record Input(String operation, @Nullable Replay replay) {}
        return idempotency.once(
                operator.personId(),
                key,
                new Input("replay-parked", wanted),
                Replay.Begun.class,
                () -> chosen(wanted).flatMap(this::send));
    }

    private Mono<List<UUID>> chosen(@Nullable Replay wanted) {
        return wanted == null || wanted.productIds() == null
                ? store.longestParked(Replay.MOST_PRODUCTS)
                : store.stillParked(wanted.productIds());
    }

    private Mono<Replay.Begun> send(List<UUID> products) {
        return outbox.changed(products).thenReturn(new Replay.Begun(products.size()));
    }
}
