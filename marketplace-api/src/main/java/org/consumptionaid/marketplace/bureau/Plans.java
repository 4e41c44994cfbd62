package org.consumptionaid.marketplace.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.school.Schools;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Plans of a bureau's weeks; {@link PlanWorker} makes them and orders what they say. */
@Service
class Plans {
    private final PlanStore store;
    private final Schools schools;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Clock clock;

    Plans(
            PlanStore store,
            Schools schools,
            Idempotency idempotency,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.schools = schools;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Input(String operation, UUID plan) {}

    /** The plans of a week, newest first; of next week if no day is given. */
    Mono<List<PlanSummary>> all(Caller caller, @Nullable LocalDate day) {
        return store.ofWeek(caller.organisationId(), schools.weekOf(day));
    }

    /** A plan and its first 5,000 lines. Refusals: {@link NotFound}. */
    Mono<PlanView> plan(Caller caller, UUID id) {
        return store.find(caller.organisationId(), id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(summary -> store.lines(id).map(lines -> new PlanView(summary, lines)));
    }

    /**
     * Has a plan made for a week that has not begun. Refusals: {@link BureauRefusal.WeekBegun},
     * {@link BureauRefusal.NoCanteens}, {@link BureauRefusal.PlanRunning}, {@link
     * BureauRefusal.WeekOrdered}.
     */
    Mono<PlanView> start(Caller caller, IdempotencyKey key, @Nullable LocalDate day) {
        record Wanted(String operation, LocalDate week) {}
        LocalDate week = schools.weekOf(day);
        if (!week.isAfter(BusinessDay.today(clock))) {
            return new BureauRefusal.WeekBegun().asError();
        }
        UUID id = Ids.next(clock);
        Mono<UUID> begin =
                open(caller, week)
                        .then(
                                store.insert(
                                        id,
                                        caller.organisationId(),
                                        week,
                                        caller.personId(),
                                        clock.instant()))
                        .thenReturn(id);
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Wanted("start-plan", week),
                        UUID.class,
                        () -> begin)
                .flatMap(started -> plan(caller, started));
    }

    private Mono<Void> open(Caller caller, LocalDate week) {
        UUID bureau = caller.organisationId();
        return store.lock(bureau)
                .then(Mono.zip(store.states(bureau, week), store.schools(bureau)))
                .flatMap(found -> {
                    List<PlanState> states = found.getT1();
                    if (found.getT2().isEmpty()) {
                        return new BureauRefusal.NoCanteens().asError();
                    }
                    if (states.contains(PlanState.ACCEPTED) || states.contains(PlanState.ORDERED)) {
                        return new BureauRefusal.WeekOrdered().asError();
                    }
                    return states.contains(PlanState.WAITING) || states.contains(PlanState.RUNNING)
                            ? new BureauRefusal.PlanRunning().asError()
                            : Mono.empty();
                });
    }

    /** A plan in the making takes what it has found; any other stays as it is. */
    Mono<PlanView> stop(Caller caller, IdempotencyKey key, UUID id) {
        Mono<UUID> stop =
                store.find(caller.organisationId(), id)
                        .switchIfEmpty(new NotFound().asError())
                        .then(store.stop(id))
                        .thenReturn(id);
        return idempotency
                .once(caller.personId(), key, new Input("stop-plan", id), UUID.class, () -> stop)
                .flatMap(_ -> plan(caller, id));
    }

    /**
     * A person decides who serves a line, from the next plan on. Refusals: {@link
     * BureauRefusal.PlanNotReady}, {@link BureauRefusal.UnfitProduct}.
     */
    Mono<PlanView> choose(Caller caller, UUID id, int number, ChoiceForm form) {
        Mono<Boolean> choose =
                ready(caller, id)
                        .then(
                                Mono.defer(() ->
                                        store.choose(
                                                id,
                                                number,
                                                form,
                                                caller.personId(),
                                                clock.instant())))
                        .flatMap(done ->
                                done
                                        ? Mono.just(true)
                                        : new BureauRefusal.UnfitProduct().asError());
        return transactions.run(choose).then(Mono.defer(() -> plan(caller, id)));
    }

    /** Takes a person's word back. Refusals: {@link BureauRefusal.PlanNotReady}. */
    Mono<PlanView> leave(Caller caller, UUID id, int number) {
        return transactions
                .run(ready(caller, id).then(store.leave(id, number)))
                .then(Mono.defer(() -> plan(caller, id)));
    }

    private Mono<PlanJob> ready(Caller caller, UUID id) {
        return store.find(caller.organisationId(), id)
                .switchIfEmpty(new NotFound().asError())
                .then(store.lock(caller.organisationId(), id, PlanState.READY))
                .switchIfEmpty(new BureauRefusal.PlanNotReady().asError());
    }

    /**
     * The plan's lines become orders, one for each school, day and cooperative. Refusals: {@link
     * BureauRefusal.PlanNotReady}, {@link BureauRefusal.WeekBegun}, {@link
     * BureauRefusal.WeekOrdered}.
     */
    Mono<PlanView> accept(Caller caller, IdempotencyKey key, UUID id) {
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("accept-plan", id),
                        UUID.class,
                        () -> take(caller, id).thenReturn(id))
                .flatMap(_ -> plan(caller, id));
    }

    private Mono<Void> take(Caller caller, UUID id) {
        return store.lock(caller.organisationId())
                .then(Mono.defer(() -> ready(caller, id)))
                .flatMap(job ->
                        job.weekStart().isAfter(BusinessDay.today(clock))
                                ? store.states(caller.organisationId(), job.weekStart())
                                : new BureauRefusal.WeekBegun().asError())
                .flatMap(states ->
                        states.contains(PlanState.ACCEPTED) || states.contains(PlanState.ORDERED)
                                ? new BureauRefusal.WeekOrdered().<Void>asError()
                                : store.accept(id, caller.personId(), clock.instant()));
    }
}
