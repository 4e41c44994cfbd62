package org.consumptionaid.marketplace.ordering;

import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.pricing.ListPrice;
import org.consumptionaid.marketplace.pricing.PaidLine;
import org.consumptionaid.marketplace.pricing.References;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells pricing what was paid for a kilogram, from which it takes its medians. */
@Component
class PaidPrices implements EarningsListener {
    private final References references;

    PaidPrices(References references) {
        this.references = references;
    }

    @Override
    public Mono<Void> earned(OrderEarned order) {
        return references.paid(order.lines().stream().map(line -> paid(order, line)).toList());
    }

    /** The price stays: goods were accepted at it, whoever pays for them in the end. */
    @Override
    public Mono<Void> unearned(UUID orderId, String orderNumber) {
        return Mono.empty();
    }

    private static PaidLine paid(OrderEarned order, OrderLineView line) {
        return new PaidLine(
                order.orderId(),
                line.line(),
                line.category(),
                line.grade(),
                new ListPrice(line.priceFen(), line.unitGrams()),
                Objects.requireNonNullElse(line.acceptedGrams(), 0L));
    }
}
