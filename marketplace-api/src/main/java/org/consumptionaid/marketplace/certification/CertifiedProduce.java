package org.consumptionaid.marketplace.certification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whoever lists produce, and must know at once when other produce may be sold than before. */
public interface CertifiedProduce {
    /**
     * Joins the caller's transaction.
     *
     * @param category null: all that the organisation lists
     */
    Mono<Void> changed(UUID organisationId, @Nullable String category);
}
