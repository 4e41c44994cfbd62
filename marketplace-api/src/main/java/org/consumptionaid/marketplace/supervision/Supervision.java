package org.consumptionaid.marketplace.supervision;

import java.time.Clock;
import java.time.LocalDate;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The day's figures. */
@Service
public class Supervision {
    private final SupervisionStore store;
    private final Clock clock;

    Supervision(SupervisionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Mono<TodayView> today() {
        LocalDate day = BusinessDay.today(clock);
        return store.figures(BusinessDay.start(day), clock.instant())
                .flatMap(figures ->
                        store.waiting()
                                .zipWith(store.ordersByDay(day))
                                .map(lists -> figures.view(day, lists.getT1(), lists.getT2())));
    }
}
