package org.consumptionaid.marketplace.shared;

import reactor.core.publisher.Mono;

/**
 * A reason not to do what was asked. Each module has a sealed sub-type of its own, whose one {@code
 * switch} says the status and the sentence of every reason.
 */
public interface Refusal {
    /** What the caller is told. */
    Problem problem();

    /** This refusal as the end of a pipeline. */
    default <T> Mono<T> asError() {
        return Mono.error(this::asException);
    }

    default RefusedException asException() {
        return new RefusedException(this);
    }
}
