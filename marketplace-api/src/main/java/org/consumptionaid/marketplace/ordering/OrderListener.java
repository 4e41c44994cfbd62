package org.consumptionaid.marketplace.ordering;

import reactor.core.publisher.Mono;

/** Who has to book more when an order takes a step. */
public interface OrderListener {
    /** Joins the transaction of the step; an error undoes it all. */
    Mono<Void> moved(OrderMoved order);
}
