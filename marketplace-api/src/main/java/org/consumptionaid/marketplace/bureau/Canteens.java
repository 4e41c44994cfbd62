package org.consumptionaid.marketplace.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.school.Schools;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The schools whose meals a bureau plans, and how cooperatives deliver to canteens. */
@Service
class Canteens {
    private final CanteenStore store;
    private final Schools schools;
    private final Transactions transactions;
    private final Clock clock;

    Canteens(CanteenStore store, Schools schools, Transactions transactions, Clock clock) {
        this.store = store;
        this.schools = schools;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<List<CanteenView>> all(Caller caller, @Nullable LocalDate day) {
        return store.all(caller.organisationId(), schools.weekOf(day));
    }

    /**
     * Takes a school of the bureau's county on, or changes what its meals may cost. Refusals:
     * {@link BureauRefusal.UnknownSchool}, {@link BureauRefusal.OutsideTheCounty}, {@link
     * BureauRefusal.OfAnotherBureau}.
     */
    Mono<List<CanteenView>> put(Caller caller, CanteenForm form) {
        UUID bureau = caller.organisationId();
        Mono<Boolean> put =
                store.school(form.creditCode(), bureau)
                        .switchIfEmpty(new BureauRefusal.UnknownSchool().asError())
                        .flatMap(school ->
                                school.countyCode().equals(school.bureauCounty())
                                        ? store.put(bureau, school.id(), form, clock.instant())
                                        : new BureauRefusal.OutsideTheCounty().asError())
                        .flatMap(done ->
                                done
                                        ? Mono.just(true)
                                        : new BureauRefusal.OfAnotherBureau().asError());
        return transactions.run(put).then(Mono.defer(() -> all(caller, null)));
    }

    /** The bureau no longer plans the school's meals. Refusals: {@link NotFound}. */
    Mono<Void> remove(Caller caller, UUID schoolId) {
        return transactions
                .run(store.remove(caller.organisationId(), schoolId))
                .flatMap(rows -> rows == 0 ? new NotFound().asError() : Mono.empty());
    }

    Mono<SupplyTermsView> terms(Caller caller) {
        return store.terms(caller.organisationId()).defaultIfEmpty(SupplyTermsView.NONE);
    }

    Mono<SupplyTermsView> setTerms(Caller caller, SupplyTermsView terms) {
        return transactions
                .run(store.put(caller.organisationId(), terms))
                .then(Mono.defer(() -> terms(caller)));
    }
}
