package org.consumptionaid.marketplace.catalog;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the products people look at until they change: a change made here is seen at once, one made
 * by another instance as soon as its bell is heard. While no bell can be heard, nothing is kept.
 */
@Component
class ProductPages {
    private static final int MOST = 20_000;

    /** For a bell that was lost because the instance that should have rung it died. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final CatalogStore store;
    private final JsonMapper json;
    private final Clock clock;
    private final AsyncCache<UUID, ProductPage> pages =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT_FOR).buildAsync();
    private volatile boolean hearing;

    ProductPages(CatalogStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** Empty if there is none. Not for a transaction, which would not see its own changes. */
    Mono<ProductView> find(UUID id) {
        return hearing
                ? keep(id).map(ProductPage::product)
                        .filter(this::isCertified)
                        .switchIfEmpty(Mono.defer(() -> again(id)))
                : read(id);
    }

    /** Only if it is here and may be given again. */
    @Nullable ProductPage kept(UUID id) {
        CompletableFuture<ProductPage> kept = pages.getIfPresent(id);
        ProductPage page = kept == null ? null : kept.getNow(null);
        return page != null && isCertified(page.product()) ? page : null;
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
    private Mono<ProductPage> keep(UUID id) {
        return Mono.fromFuture(() -> pages.get(id, (key, _) -> page(key).toFuture()), true);
    }

    private Mono<ProductPage> page(UUID id) {
        return read(id).map(product -> new ProductPage(product, json.writeValueAsBytes(product)));
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
