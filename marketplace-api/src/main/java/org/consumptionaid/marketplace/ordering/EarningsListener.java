package org.consumptionaid.marketplace.ordering;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who has to book more when an order has earned something. */
public interface EarningsListener {
    /** Joins the transaction in which the earning is booked; an error undoes it all. */
    Mono<Void> earned(OrderEarned order);

    /**
     * What the order had earned is not earned after all; joins the transaction in which that is
     * reversed.
     */
    Mono<Void> unearned(UUID orderId, String orderNumber);
}
