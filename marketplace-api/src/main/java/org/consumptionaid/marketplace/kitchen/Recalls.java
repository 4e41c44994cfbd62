package org.consumptionaid.marketplace.kitchen;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.kitchen.LotTrace.LotPlace;
import org.consumptionaid.marketplace.kitchen.LotTrace.MealPlace;
import org.consumptionaid.marketplace.kitchen.LotTrace.SamplePlace;
import org.consumptionaid.marketplace.kitchen.RecallStore.MealRow;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds where lots went, and calls them back. */
@Service
class Recalls {
    private final RecallStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Recalls(RecallStore store, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The newest 200 that touch the caller. */
    Mono<List<RecallSummary>> all(Caller caller) {
        return store.all(caller);
    }

    /** Refusals: {@link NotFound}. */
    Mono<RecallView> recall(Caller caller, UUID id) {
        return store.find(caller, id)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(summary ->
                        store.lots(caller, id)
                                .flatMap(lots -> trace(lots, id))
                                .map(trace -> new RecallView(summary, trace)));
    }

    /** Where one lot went. Refusals: {@link NotFound}. */
    Mono<LotTrace> trace(Caller caller, String number) {
        return store.lot(caller, number.strip().toUpperCase(Locale.ROOT))
                .switchIfEmpty(new NotFound().asError())
                .flatMap(lot -> trace(List.of(lot), null));
    }

    private Mono<LotTrace> trace(List<UUID> lots, @Nullable UUID recall) {
        return Mono.zip(store.places(lots, recall), store.meals(lots).map(Recalls::meals))
                .map(found -> {
                    Map<UUID, Integer> servings = new LinkedHashMap<>();
                    found.getT2().forEach(meal -> servings.put(meal.mealId(), meal.servings()));
                    return new LotTrace(
                            servings.values().stream().mapToLong(Integer::longValue).sum(),
                            found.getT1().stream().mapToLong(LotPlace::leftGrams).sum(),
                            found.getT1(),
                            found.getT2());
                });
    }

    /** One for each meal and use of a lot, with the samples of the meal. */
    private static List<MealPlace> meals(List<MealRow> rows) {
        Map<UUID, List<MealRow>> grouped = new LinkedHashMap<>();
        rows.forEach(row -> grouped.computeIfAbsent(row.useId(), _ -> new ArrayList<>()).add(row));
        return grouped.values().stream().map(Recalls::meal).toList();
    }

    private static MealPlace meal(List<MealRow> rows) {
        MealRow first = rows.getFirst();
        return new MealPlace(
                first.mealId(),
                first.buyerName(),
                first.day(),
                first.dishName(),
                first.dishNameEn(),
                first.servings(),
                first.lotNumber(),
                first.grams(),
                rows.stream()
                        .filter(row -> row.sampleNumber() != null)
                        .map(row ->
                                new SamplePlace(
                                        Objects.requireNonNull(row.sampleNumber()),
                                        Objects.requireNonNull(row.keepUntil()),
                                        row.disposedAt()))
                        .distinct()
                        .toList());
    }

    /**
     * Recalls what was shipped of a product on some days. From then on nothing of it can be cooked.
     * Refusals: {@link KitchenRefusal.NoLots}, {@link NotFound}.
     */
    Mono<RecallView> open(Caller caller, IdempotencyKey key, RecallForm form) {
        record Input(String operation, RecallForm form) {}
        if (form.to().isBefore(form.from()) || form.to().isAfter(BusinessDay.today(clock))) {
            return new KitchenRefusal.NoLots().asError();
        }
        UUID id = Ids.next(clock);
        Mono<UUID> open =
                store.open(id, caller, form, clock.instant())
                        .switchIfEmpty(new NotFound().asError())
                        .flatMap(lots ->
                                lots == 0 ? new KitchenRefusal.NoLots().asError() : Mono.just(id));
        return idempotency
                .once(caller.personId(), key, new Input("recall", form), UUID.class, () -> open)
                .flatMap(opened -> recall(caller, opened));
    }

    /** A buyer says what it did. Refusals: {@link NotFound}, {@link KitchenRefusal.AlreadyDone}. */
    Mono<RecallView> answer(Caller caller, IdempotencyKey key, UUID id, String note) {
        record Input(String operation, UUID recall, String note) {}
        Mono<UUID> answer =
                store.find(caller, id)
                        .switchIfEmpty(new NotFound().asError())
                        .flatMap(_ -> store.answer(id, caller, note.strip(), clock.instant()))
                        .flatMap(rows ->
                                rows == 0
                                        ? new KitchenRefusal.AlreadyDone().asError()
                                        : Mono.just(id));
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("answer-recall", id, note),
                        UUID.class,
                        () -> answer)
                .flatMap(answered -> recall(caller, answered));
    }
}
