package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a unit has laid down about orders that nobody approved. Both join the transaction of
 * placing; an error undoes it all.
 */
public interface UnitControl {
    /** Before anything is reserved. */
    Mono<Void> admit(Caller caller);

    /**
     * Once the orders are written.
     *
     * @param budgetLineId what the buyer says it is paid from
     */
    Mono<Void> placed(Caller caller, UUID purchaseId, @Nullable UUID budgetLineId);
}
