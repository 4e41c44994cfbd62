package org.consumptionaid.marketplace.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What an education bureau sees of its schools, month by month. */
@Service
class SchoolsMonths {
    private final SchoolsMonthStore store;
    private final Clock clock;

    SchoolsMonths(SchoolsMonthStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A month; this one if none is given. */
    Mono<SchoolsMonth> of(Caller caller, @Nullable YearMonth wanted) {
        UUID bureau = caller.organisationId();
        LocalDate month =
                wanted == null ? BusinessDay.today(clock).withDayOfMonth(1) : wanted.atDay(1);
        return Mono.zip(
                        store.schools(bureau, month),
                        store.counties(bureau, month),
                        store.modes(bureau, month))
                .map(found -> new SchoolsMonth(month, found.getT1(), found.getT2(), found.getT3()));
    }
}
