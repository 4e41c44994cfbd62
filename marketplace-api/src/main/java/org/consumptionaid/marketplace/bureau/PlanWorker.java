package org.consumptionaid.marketplace.bureau;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.consumptionaid.marketplace.bureau.PlanStore.Due;
import org.consumptionaid.marketplace.bureau.PlanStore.Wanted;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Choice;
import org.consumptionaid.marketplace.bureau.PlannedWeek.School;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.matching.Matching;
import org.consumptionaid.marketplace.matching.Plan;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.PlaceOrders;
import org.consumptionaid.marketplace.school.Schools;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.RefusedException;
import org.consumptionaid.marketplace.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the plans that wait, and orders what accepted ones say, a school's day at a time. Any
 * number of workers can run; what one that is killed left undone the next one does: a plan is made
 * anew, an order placed under its key once.
 */
@Component
class PlanWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWorker.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int DAYS_A_ROUND = 100;
    private static final double WHOLE_BP = 10_000;

    private final PlanStore store;
    private final Schools schools;
    private final Ordering ordering;
    private final Transactions transactions;
    private final Clock clock;

    PlanWorker(
            PlanStore store,
            Schools schools,
            Ordering ordering,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.schools = schools;
        this.ordering = ordering;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    Mono<Void> make() {
        return Mono.defer(() -> transactions.run(store.take(clock.instant())))
                .flatMap(job -> make(job).onErrorResume(Exception.class, error -> fail(job, error)))
                .onErrorResume(Exception.class, PlanWorker::nextRound);
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    Mono<Void> order() {
        return Mono.defer(this::orderOne)
                .repeat(DAYS_A_ROUND)
                .takeWhile(more -> more)
                .then(Mono.defer(() -> transactions.run(store.closeOrdered(clock.instant()))))
                .onErrorResume(Exception.class, PlanWorker::nextRound);
    }

    /** Whether there was a day to order. */
    private Mono<Boolean> orderOne() {
        return store.due().flatMap(due -> order(due).thenReturn(true)).defaultIfEmpty(false);
    }

    private record Step(int done, int all) {}

    private Mono<Void> make(PlanJob job) {
        return store.choices(job.bureauId(), job.weekStart())
                .flatMap(choices ->
                        week(job, choices)
                                .flatMap(week ->
                                        solve(job, week)
                                                .flatMap(plan -> save(job, week, plan, choices))));
    }

    private Mono<PlannedWeek> week(PlanJob job, List<Choice> choices) {
        return store.schools(job.bureauId())
                .flatMap(found ->
                        Mono.zip(
                                        schools.needs(
                                                found.stream().map(School::schoolId).toList(),
                                                job.weekStart()),
                                        store.offers(
                                                job.bureauId(), job.weekStart(), clock.instant()),
                                        store.before(job.bureauId(), job.weekStart()))
                                .map(rest ->
                                        PlannedWeek.of(
                                                job.weekStart(),
                                                found,
                                                rest.getT1(),
                                                rest.getT2(),
                                                choices,
                                                rest.getT3())));
    }

    private Mono<Plan> solve(PlanJob job, PlannedWeek week) {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Step> at = new AtomicReference<>(new Step(0, 1));
        Sinks.Empty<Void> done = Sinks.empty();
        Mono<Plan> search =
                Mono.fromCallable(() ->
                                Matching.solve(
                                        week.week(),
                                        (step, steps, _) -> at.set(new Step(step, steps)),
                                        stop::get))
                        .subscribeOn(Schedulers.boundedElastic())
                        .doFinally(_ -> done.tryEmitEmpty());
        Mono<Boolean> beats =
                Flux.interval(BEAT)
                        .onBackpressureDrop()
                        .concatMap(_ ->
                                store.beat(
                                        job.id(), at.get().done(), at.get().all(), clock.instant()))
                        .doOnNext(stop::set)
                        .takeUntilOther(done.asMono())
                        .then(Mono.just(true));
        return Mono.zip(search, beats).map(both -> both.getT1());
    }

    private Mono<Void> save(PlanJob job, PlannedWeek week, Plan plan, List<Choice> choices) {
        return transactions.run(
                store.ready(
                        job.id(),
                        week.lines(plan, choices),
                        plan.unserved(),
                        plan.fen(),
                        (int) Math.round(plan.gap() * WHOLE_BP),
                        clock.instant()));
    }

    private Mono<Void> fail(PlanJob job, Exception error) {
        LOG.error("plan {} failed", job.id(), error);
        return transactions.run(store.fail(job.id(), clock.instant()));
    }

    /** The order is the school's own; who accepted the plan placed it. */
    private Mono<Void> order(Due due) {
        Caller school = new Caller(due.askedBy(), due.schoolId(), Role.CANTEEN);
        IdempotencyKey key =
                IdempotencyKey.of(
                        "week-plan-%s-%s-%s".formatted(due.planId(), due.schoolId(), due.day()));
        return store.basket(due)
                .flatMap(basket -> ordering.place(school, key, command(due, basket)))
                .flatMap(purchase -> marked(due, purchase.purchaseId(), ""))
                .onErrorResume(
                        RefusedException.class,
                        refused -> marked(due, null, refused.refusal().problem().code()));
    }

    private Mono<Void> marked(Due due, @Nullable UUID purchase, String why) {
        return transactions.run(store.ordered(due, purchase, why));
    }

    private static PlaceOrders command(Due due, List<Wanted> basket) {
        return new PlaceOrders(
                basket.stream()
                        .map(one -> new PlaceOrders.Line(one.productId(), one.packages()))
                        .toList(),
                null,
                null,
                due.day(),
                null);
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("plans wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
