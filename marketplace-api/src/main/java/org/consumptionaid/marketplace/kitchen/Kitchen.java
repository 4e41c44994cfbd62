package org.consumptionaid.marketplace.kitchen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.kitchen.KitchenDay.MealView;
import org.consumptionaid.marketplace.kitchen.KitchenDay.SampleView;
import org.consumptionaid.marketplace.kitchen.KitchenDay.UsedLot;
import org.consumptionaid.marketplace.kitchen.KitchenStore.MealRow;
import org.consumptionaid.marketplace.kitchen.KitchenStore.ReceivedLot;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a canteen cooks from which lots, the samples it keeps, and what it throws away. */
@Service
class Kitchen {
    private static final Duration STOCK_LOOKS_BACK = Duration.ofDays(400);
    private static final int NOTED_UNTIL_DAYS = 7;
    private static final String SAMPLE_GRAMS = "kitchen.sample.grams";
    private static final String SAMPLE_HOURS = "kitchen.sample.hours";

    private final KitchenStore store;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Kitchen(KitchenStore store, Rules rules, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** A day; today if none is given. */
    Mono<KitchenDay> day(Caller caller, @Nullable LocalDate wanted) {
        UUID organisation = caller.organisationId();
        LocalDate day = wanted == null ? BusinessDay.today(clock) : wanted;
        return Mono.zip(
                        store.meals(organisation, day),
                        store.stock(organisation, clock.instant().minus(STOCK_LOOKS_BACK)),
                        store.schoolCode(organisation))
                .flatMap(found ->
                        meals(found.getT1())
                                .map(meals ->
                                        new KitchenDay(day, found.getT3(), meals, found.getT2())));
    }

    private Mono<List<MealView>> meals(List<MealRow> rows) {
        List<UUID> ids =
                rows.stream()
                        .map(MealRow::mealId)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return Mono.zip(store.used(ids), store.samples(ids))
                .map(found -> {
                    Map<UUID, List<UsedLot>> used =
                            found.getT1().stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    KitchenStore.UsedRow::mealId,
                                                    Collectors.mapping(
                                                            Kitchen::used, Collectors.toList())));
                    Map<UUID, List<SampleView>> samples =
                            found.getT2().stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    KitchenStore.SampleRow::mealId,
                                                    Collectors.mapping(
                                                            KitchenStore.SampleRow::view,
                                                            Collectors.toList())));
                    return rows.stream().map(row -> meal(row, used, samples)).toList();
                });
    }

    private static UsedLot used(KitchenStore.UsedRow row) {
        return new UsedLot(
                row.useId(),
                row.lotNumber(),
                row.productId(),
                row.productName(),
                row.supplierName(),
                row.countyName(),
                row.grams(),
                row.notedAt(),
                row.recalled());
    }

    private static MealView meal(
            MealRow row, Map<UUID, List<UsedLot>> used, Map<UUID, List<SampleView>> samples) {
        UUID id = row.mealId();
        return new MealView(
                id,
                row.dish(),
                row.name(),
                row.nameEn(),
                row.servings(),
                id == null ? List.of() : used.getOrDefault(id, List.of()),
                id == null ? List.of() : samples.getOrDefault(id, List.of()));
    }

    /**
     * So much of a lot goes into a dish. Refusals: {@link KitchenRefusal.OtherDay}, {@link
     * KitchenRefusal.UnknownDish}, {@link KitchenRefusal.UnknownLot}, {@link
     * KitchenRefusal.Recalled}, {@link KitchenRefusal.MoreThanLeft}.
     */
    Mono<KitchenDay> use(
            Caller caller,
            IdempotencyKey key,
            LocalDate day,
            String dish,
            String lotNumber,
            long grams) {
        record Input(String operation, LocalDate day, String dish, String lot, long grams) {}
        Supplier<Mono<Void>> use =
                () ->
                        meal(caller, day, dish)
                                .flatMap(meal ->
                                        take(caller, lotNumber, grams, day)
                                                .flatMap(lot ->
                                                        store.use(
                                                                Ids.next(clock),
                                                                meal,
                                                                lot.id(),
                                                                grams,
                                                                caller.personId(),
                                                                clock.instant())));
        return once(caller, key, new Input("use", day, dish, lotNumber, grams), day, use);
    }

    /** Whether the book of a day can still be written. */
    private boolean isOpen(LocalDate day) {
        LocalDate today = BusinessDay.today(clock);
        return !day.isAfter(today) && !day.isBefore(today.minusDays(NOTED_UNTIL_DAYS));
    }

    /** The meal of a day, noted with the pupils counted for it. */
    private Mono<UUID> meal(Caller caller, LocalDate day, String dish) {
        if (!isOpen(day)) {
            return new KitchenRefusal.OtherDay().asError();
        }
        return store.isDish(dish)
                .flatMap(known ->
                        known
                                ? store.pupils(caller.organisationId(), day)
                                : new KitchenRefusal.UnknownDish(dish).<Integer>asError())
                .flatMap(pupils ->
                        store.meal(
                                Ids.next(clock),
                                caller.organisationId(),
                                day,
                                dish,
                                pupils,
                                caller.personId(),
                                clock.instant()));
    }

    /**
     * A lot of which so much is left, locked.
     *
     * @param cooked the day it goes into a meal; none: it is thrown away
     */
    private Mono<ReceivedLot> take(
            Caller caller, String written, long grams, @Nullable LocalDate cooked) {
        String number = written.strip().toUpperCase(Locale.ROOT);
        return store.lot(caller.organisationId(), number)
                .switchIfEmpty(new KitchenRefusal.UnknownLot(number).asError())
                .flatMap(lot ->
                        cooked != null && !lot.mayBeCookedOn(cooked)
                                ? new KitchenRefusal.Recalled(number).asError()
                                : store.lockLeft(lot)
                                        .flatMap(left ->
                                                grams > left
                                                        ? new KitchenRefusal.MoreThanLeft(
                                                                        number, left)
                                                                .asError()
                                                        : Mono.just(lot)));
    }

    /**
     * Takes a wrong use back. Refusals: {@link NotFound}, {@link KitchenRefusal.OtherDay}, {@link
     * KitchenRefusal.AlreadyDone}.
     */
    Mono<KitchenDay> correct(Caller caller, IdempotencyKey key, UUID useId) {
        record Input(String operation, UUID use) {}
        UUID organisation = caller.organisationId();
        return store.useDay(organisation, useId)
                .switchIfEmpty(new NotFound().asError())
                .filter(this::isOpen)
                .switchIfEmpty(new KitchenRefusal.OtherDay().asError())
                .flatMap(day ->
                        once(
                                caller,
                                key,
                                new Input("correct-use", useId),
                                day,
                                () ->
                                        store.correct(
                                                        organisation,
                                                        useId,
                                                        caller.personId(),
                                                        clock.instant())
                                                .switchIfEmpty(
                                                        new KitchenRefusal.AlreadyDone().asError())
                                                .then()));
    }

    /** Throws something away. Refusals: those of a lot in {@link #use}, recalled ones may go. */
    Mono<KitchenDay> dispose(
            Caller caller, IdempotencyKey key, String lotNumber, long grams, String reason) {
        record Input(String operation, String lot, long grams, String reason) {}
        Supplier<Mono<Void>> dispose =
                () ->
                        take(caller, lotNumber, grams, null)
                                .flatMap(lot ->
                                        store.dispose(
                                                Ids.next(clock),
                                                lot.id(),
                                                grams,
                                                reason.strip(),
                                                caller.personId(),
                                                clock.instant()));
        return once(
                caller,
                key,
                new Input("dispose", lotNumber, grams, reason),
                BusinessDay.today(clock),
                dispose);
    }

    /**
     * Keeps a sample of a dish. Refusals: {@link KitchenRefusal.SampleTooSmall}, {@link
     * KitchenRefusal.OtherDay}, {@link KitchenRefusal.UnknownDish}.
     */
    Mono<KitchenDay> sample(
            Caller caller, IdempotencyKey key, LocalDate day, String dish, int grams) {
        record Input(String operation, LocalDate day, String dish, int grams) {}
        Instant now = clock.instant();
        Supplier<Mono<Void>> sample =
                () ->
                        Mono.zip(rules.inForce(SAMPLE_GRAMS, now), rules.inForce(SAMPLE_HOURS, now))
                                .flatMap(rule ->
                                        grams < rule.getT1()
                                                ? new KitchenRefusal.SampleTooSmall(rule.getT1())
                                                        .asError()
                                                : keep(caller, day, dish, grams, rule.getT2()));
        return once(caller, key, new Input("sample", day, dish, grams), day, sample);
    }

    private Mono<Void> keep(Caller caller, LocalDate day, String dish, int grams, long hours) {
        Instant now = clock.instant();
        return meal(caller, day, dish)
                .flatMap(meal ->
                        store.sample(
                                Ids.next(clock),
                                meal,
                                grams,
                                caller.personId(),
                                now,
                                now.plus(Duration.ofHours(hours))));
    }

    /**
     * A sample that has been kept long enough is thrown away. Refusals: {@link NotFound}, {@link
     * KitchenRefusal.SampleToKeep}, {@link KitchenRefusal.AlreadyDone}.
     */
    Mono<KitchenDay> disposeSample(Caller caller, IdempotencyKey key, UUID sampleId) {
        record Input(String operation, UUID sample) {}
        Mono<LocalDate> dispose =
                store.lockSample(caller.organisationId(), sampleId)
                        .switchIfEmpty(new NotFound().asError())
                        .flatMap(sample -> {
                            if (sample.disposed()) {
                                return new KitchenRefusal.AlreadyDone().asError();
                            }
                            return sample.keepUntil().isAfter(clock.instant())
                                    ? new KitchenRefusal.SampleToKeep(sample.keepUntil()).asError()
                                    : store.disposeSample(
                                                    sampleId, caller.personId(), clock.instant())
                                            .thenReturn(sample.day());
                        });
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("dispose-sample", sampleId),
                        LocalDate.class,
                        () -> dispose)
                .flatMap(day -> day(caller, day));
    }

    private Mono<KitchenDay> once(
            Caller caller,
            IdempotencyKey key,
            Object input,
            LocalDate day,
            Supplier<Mono<Void>> work) {
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        input,
                        LocalDate.class,
                        () -> work.get().thenReturn(day))
                .flatMap(done -> day(caller, done));
    }
}
