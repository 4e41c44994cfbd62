package org.consumptionaid.marketplace.procurement;

import java.time.Clock;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Rules;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The year of a budget unit. */
@Service
public class Procurement {
    private final ProcurementStore store;
    private final Rules rules;
    private final Clock clock;

    Procurement(ProcurementStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** The caller's unit's present fiscal year, which is the calendar year. */
    public Mono<YearView> year(Caller caller) {
        int year = BusinessDay.today(clock).getYear();
        return rules.inForce("procurement.reserved-share", clock.instant())
                .flatMap(share ->
                        store.year(caller.organisationId(), year)
                                .map(sums ->
                                        new YearView(
                                                year,
                                                sums.orderedFen(),
                                                sums.countedFen(),
                                                share)));
    }
}
