package org.consumptionaid.marketplace.bureau;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.bureau.PlanStore.Due;
import org.consumptionaid.marketplace.bureau.PlanStore.Wanted;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Before;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Choice;
import org.consumptionaid.marketplace.bureau.PlannedWeek.Found;
import org.consumptionaid.marketplace.bureau.PlannedWeek.PlannedLine;
import org.consumptionaid.marketplace.bureau.PlannedWeek.School;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.identity.Role;
import org.consumptionaid.marketplace.matching.Matching;
import org.consumptionaid.marketplace.matching.Plan;
import org.consumptionaid.marketplace.menu.Menus;
import org.consumptionaid.marketplace.menu.SchoolDemand;
import org.consumptionaid.marketplace.ordering.Ordering;
import org.consumptionaid.marketplace.ordering.PlaceOrders;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Passing;
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
 * Makes the plans that wait, and orders what accepted ones say, delivery by delivery. Any number of
 * workers can run; what one that is killed left undone the next one does: a plan is made anew, an
 * order placed under its key once.
 */
@Component
class PlanWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PlanWorker.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int DELIVERIES_A_ROUND = 100;
    private static final double WHOLE_BP = 10_000;
    private static final Duration SAVING_TIMEOUT = Duration.ofMinutes(2);
    private static final String NOT_ORDERED = "not-ordered";

    private final PlanStore store;
    private final Menus menus;
    private final Ordering ordering;
    private final Transactions transactions;
    private final Clock clock;

    PlanWorker(
            PlanStore store,
            Menus menus,
            Ordering ordering,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.menus = menus;
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
                .repeat(DELIVERIES_A_ROUND)
                .takeWhile(more -> more)
                .then(Mono.defer(() -> transactions.run(store.closeOrdered(clock.instant()))))
                .onErrorResume(Exception.class, PlanWorker::nextRound);
    }

    /** Whether there was something to order. */
    private Mono<Boolean> orderOne() {
        return store.due().flatMap(due -> order(due).thenReturn(true)).defaultIfEmpty(false);
    }

    /** How far a search is, and whether it shall stop. */
    private static final class Search {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger step = new AtomicInteger();
        private final AtomicInteger steps = new AtomicInteger(1);

        private void at(int done, int all) {
            step.set(done);
            steps.set(all);
        }
    }

    /** What a week's plan is made from. */
    private record Given(
            List<School> schools,
            Map<UUID, SchoolDemand> needs,
            List<Found> offers,
            List<Before> before,
            List<Choice> choices) {}

    private record Made(Plan plan, List<PlannedLine> lines) {}

    /** Says that somebody is at it for as long as it takes, reading and writing included. */
    private Mono<Void> make(PlanJob job) {
        Search search = new Search();
        Sinks.Empty<Void> done = Sinks.empty();
        Mono<Boolean> work =
                given(job)
                        .flatMap(given ->
                                Mono.fromCallable(() -> made(job, given, search))
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(made -> save(job, made))
                        .thenReturn(true)
                        .doFinally(_ -> {
                            search.stop.set(true);
                            done.tryEmitEmpty();
                        });
        return Mono.zip(work, beats(job, search, done)).then();
    }

    private Mono<Boolean> beats(PlanJob job, Search search, Sinks.Empty<Void> done) {
        return Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(_ ->
                        store.beat(
                                job.id(), search.step.get(), search.steps.get(), clock.instant()))
                .doOnNext(asked -> search.stop.compareAndSet(false, asked))
                .takeUntilOther(done.asMono())
                .then(Mono.just(true));
    }

    private Mono<Given> given(PlanJob job) {
        return store.schools(job.bureauId())
                .flatMap(found ->
                        menus.demands(
                                        found.stream().map(School::schoolId).toList(),
                                        job.weekStart())
                                .flatMap(demands -> given(job, found, demands)));
    }

    private Mono<Given> given(PlanJob job, List<School> found, Map<UUID, SchoolDemand> demands) {
        Set<String> needs =
                demands.values().stream()
                        .flatMap(demand -> demand.lines().stream())
                        .map(SchoolDemand.Line::need)
                        .collect(Collectors.toCollection(TreeSet::new));
        return Mono.zip(
                        store.offers(job.bureauId(), job.weekStart(), needs, clock.instant()),
                        store.before(job.bureauId(), job.weekStart()),
                        store.choices(job.bureauId(), job.weekStart()))
                .map(rest -> new Given(found, demands, rest.getT1(), rest.getT2(), rest.getT3()));
    }

    private static Made made(PlanJob job, Given given, Search search) {
        PlannedWeek week =
                PlannedWeek.of(
                        job.weekStart(),
                        given.schools(),
                        given.needs(),
                        given.offers(),
                        given.choices(),
                        given.before());
        Plan plan =
                Matching.solve(
                        week.week(), (step, steps, _) -> search.at(step, steps), search.stop::get);
        return new Made(plan, week.lines(plan, given.choices()));
    }

    private Mono<Void> save(PlanJob job, Made made) {
        Plan plan = made.plan();
        return transactions.run(
                store.ready(
                        job.id(),
                        made.lines(),
                        plan.unserved(),
                        plan.fen(),
                        (int) Math.round(plan.gap() * WHOLE_BP),
                        clock.instant()),
                SAVING_TIMEOUT);
    }

    /** What may be better in a moment is taken up again once its maker has been silent. */
    private Mono<Void> fail(PlanJob job, Exception error) {
        if (Passing.mayPass(error)) {
            return nextRound(error);
        }
        LOG.error("plan {} failed", job.id(), error);
        return transactions.run(store.fail(job.id(), clock.instant()));
    }

    /**
     * The order is the school's own; who accepted the plan placed it. A defect stops one delivery
     * and not those behind it.
     */
    private Mono<Void> order(Due due) {
        Caller school = new Caller(due.acceptedBy(), due.schoolId(), Role.CANTEEN);
        IdempotencyKey key =
                IdempotencyKey.of(
                        "week-plan-%s-%s-%s-%s"
                                .formatted(
                                        due.planId(), due.schoolId(), due.day(), due.supplierId()));
        return store.basket(due)
                .flatMap(basket -> ordering.place(school, key, command(due, basket)))
                .flatMap(purchase -> marked(due, purchase.purchaseId(), ""))
                .onErrorResume(
                        RefusedException.class,
                        refused -> marked(due, null, refused.refusal().problem().code()))
                .onErrorResume(
                        error -> !Passing.mayPass(error),
                        error -> {
                            LOG.error("{} could not be ordered", due, error);
                            return marked(due, null, NOT_ORDERED);
                        });
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
                null,
                null);
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("plans wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
