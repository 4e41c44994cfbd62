package org.consumptionaid.marketplace.catalog;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the products people look at until they change: a change made here is seen at once, one made
 * by another instance as soon as its bell is heard. While no bell can be heard, nothing is kept.
 */
@Component
class ProductPages {
    private static final int MOST = 20_000;

    /** For a bell that was lost because the instance that should have rung it died. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final CatalogStore store;
    private final Clock clock;
    private final AsyncCache<UUID, ProductView> pages =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT_FOR).buildAsync();
    private volatile boolean hearing;

    ProductPages(CatalogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Empty if there is none. Not for a transaction, which would not see its own changes. */
    Mono<ProductView> find(UUID id) {
        return hearing
                ? kept(id).filter(this::isCertified).switchIfEmpty(Mono.defer(() -> again(id)))
                : read(id);
    }

    void forget(Collection<UUID> productIds) {
        pages.synchronous().invalidateAll(productIds);
    }

    void forgetAll() {
        pages.synchronous().invalidateAll();
    }

    /** From now on the bells of other instances are heard, or not. */
    void hearing(boolean hearing) {
        this.hearing = hearing;
        forgetAll();
    }

    /** Whoever goes away leaves the page to those who still wait for it. */
    private Mono<ProductView> kept(UUID id) {
        return Mono.fromFuture(() -> pages.get(id, (key, _) -> read(key).toFuture()), true);
    }

    private Mono<ProductView> again(UUID id) {
        pages.synchronous().invalidate(id);
        return read(id);
    }

    private Mono<ProductView> read(UUID id) {
        Instant now = clock.instant();
        return store.find(id, now, BusinessDay.of(now).getMonthValue());
    }

    /** A certificate begins and ends without anybody changing anything. */
    private boolean isCertified(ProductView page) {
        Instant until = page.certifiedUntil();
        return until != null && clock.instant().isBefore(until);
    }
}
