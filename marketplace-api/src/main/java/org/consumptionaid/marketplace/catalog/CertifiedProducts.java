package org.consumptionaid.marketplace.catalog;

import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.certification.CertifiedProduce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells search of products whose certificates have changed. */
@Component
class CertifiedProducts implements CertifiedProduce {
    private final CatalogStore store;
    private final Outbox outbox;

    CertifiedProducts(CatalogStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> changed(UUID organisationId, @Nullable String category) {
        return store.renew(organisationId, category).flatMap(this::tell);
    }

    private Mono<Void> tell(List<UUID> products) {
        return products.isEmpty() ? Mono.empty() : outbox.changed(products);
    }
}
