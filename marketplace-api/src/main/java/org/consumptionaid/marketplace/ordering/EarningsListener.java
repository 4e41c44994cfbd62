package org.consumptionaid.marketplace.ordering;

import reactor.core.publisher.Mono;

/** Who has to book more when an order has earned something. */
public interface EarningsListener {
    /** Joins the transaction in which the earning is booked; an error undoes it all. */
    Mono<Void> earned(OrderEarned order);
}
