package org.consumptionaid.marketplace.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.ordering.OrderView;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.settlement.InterestStore.Accrued;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How long an order may still wait for its money, and what its delay has cost. */
@Service
public class PaymentClocks {
    private final InterestStore store;
    private final Ordering ordering;
    private final Clock clock;

    PaymentClocks(InterestStore store, Ordering ordering, Clock clock) {
        this.store = store;
        this.ordering = ordering;
        this.clock = clock;
    }

    /** Of an order the caller may see. Refusals: {@link NotFound}. */
    public Mono<PaymentClock> of(Caller caller, UUID orderId) {
        return ordering.order(caller, orderId)
                .flatMap(order ->
                        store.accrued(orderId)
                                .map(accrued -> of(order, accrued, BusinessDay.today(clock))));
    }

    private static PaymentClock of(OrderView order, Accrued accrued, LocalDate today) {
        boolean waits = order.dueOn() != null && order.dueFen() > 0;
        return new PaymentClock(
                order.dueOn(),
                waits ? ChronoUnit.DAYS.between(today, order.dueOn()) : null,
                order.dueFen(),
                accrued.fen(),
                accrued.days(),
                accrued.rateBasisPoints());
    }
}
