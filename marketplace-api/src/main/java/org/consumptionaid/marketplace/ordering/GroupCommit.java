package org.consumptionaid.marketplace.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.catalog.Offer;
import org.consumptionaid.marketplace.catalog.Stock;
import org.consumptionaid.marketplace.catalog.Wanted;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.pricing.BuyerKind;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Places together what arrives within {@link #LONGEST_WAIT} or {@link #MOST_ORDERS} orders, with
 * one statement and one flush, each order placed or left on its own. What is left, for whatever
 * reason, is placed alone by {@link Ordering}: that way has the reasons and knows the keys that
 * came before. So nothing here refuses, and an error here costs time only.
 */
@Component
class GroupCommit {
    static final int MOST_ORDERS = 64;

    /** An order of more lines has its own statement. */
    static final int MOST_LINES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(2);
    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(12);

    /** While one batch is flushed the next ones are read and written. */
    private static final int BATCHES_AT_ONCE = 3;

    private static final int MOST_WAITING = 4_096;

    private final Stock stock;
    private final OrderNumbers numbers;
    private final PlacingStore store;
    private final Clock clock;
    private final Sinks.Many<Waiting> arriving =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

    GroupCommit(Stock stock, OrderNumbers numbers, PlacingStore store, Clock clock) {
        this.stock = stock;
        this.numbers = numbers;
        this.store = store;
        this.clock = clock;
    }

    /** Somebody's order on its way into a batch, and where its answer is waited for. */
    private record Waiting(
            Caller caller,
            IdempotencyKey key,
            String inputHash,
            PlaceOrders command,
            Sinks.One<PurchaseView> answer) {
        BuyerKind kind() {
            return BuyerKind.of(caller.role());
        }

        List<Object> identity() {
            return List.of(caller.personId(), key);
        }

        void end(@Nullable PurchaseView placed) {
            if (placed == null) {
                answer.tryEmitEmpty();
            } else {
                answer.tryEmitValue(placed);
            }
        }
    }

    private record Offered(Waiting waiting, List<Offer> offers) {
        int suppliers() {
            return (int) offers.stream().map(Offer::organisationId).distinct().count();
        }
    }

    /** The placed order; nothing if it has to be placed alone. */
    Mono<PurchaseView> place(
            Caller caller, IdempotencyKey key, String inputHash, PlaceOrders command) {
        if (command.lines().size() > MOST_LINES || command.budgetLineId() != null) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            Waiting waiting = new Waiting(caller, key, inputHash, command, Sinks.one());
            return joins(waiting)
                    ? waiting.answer().asMono().timeout(ANSWER_TIMEOUT)
                    : Mono.empty();
        });
    }

    /** False if too many wait or nobody collects. The sink takes one at a time. */
    private boolean joins(Waiting waiting) {
        synchronized (arriving) {
            return arriving.tryEmitNext(waiting).isSuccess();
        }
    }

    /** Begins once and ends with the application. */
    @Scheduled(initialDelay = 0)
    Mono<Void> collect() {
        return arriving.asFlux()
                .publishOn(Schedulers.parallel()) // whoever brings an order does not work for all
                .bufferTimeout(MOST_ORDERS, LONGEST_WAIT, true)
                .flatMap(this::placeAll, BATCHES_AT_ONCE)
                .then();
    }

    /** Everyone hears at the end: whoever goes on alone finds nothing locked by this batch. */
    private Mono<Void> placeAll(List<Waiting> batch) {
        return Mono.defer(() -> offered(firstOfEachKey(batch)))
                .flatMap(this::place)
                .timeout(BATCH_TIMEOUT)
                .onErrorResume(Exception.class, GroupCommit::allAlone)
                .doOnNext(placed -> batch.forEach(waiting -> waiting.end(placed.get(waiting))))
                .then();
    }

    private static Collection<Waiting> firstOfEachKey(List<Waiting> batch) {
        Map<List<Object>, Waiting> first = new LinkedHashMap<>();
        batch.forEach(waiting -> first.putIfAbsent(waiting.identity(), waiting));
        return first.values();
    }

    /** Whatever it was, the pipeline goes on and each order meets it alone. */
    private static Mono<Map<Waiting, PurchaseView>> allAlone(Exception failed) {
        LOG.warn(
                "a batch of orders is placed one by one: {}",
                NestedExceptionUtils.getMostSpecificCause(failed).toString());
        return Mono.just(Map.of());
    }

    /** Those that nothing speaks against yet. */
    private Mono<List<Offered>> offered(Collection<Waiting> batch) {
        Map<BuyerKind, List<Waiting>> byKind =
                batch.stream().collect(Collectors.groupingBy(Waiting::kind));
        return Flux.fromIterable(byKind.entrySet())
                .concatMap(of -> offered(of.getKey(), of.getValue()))
                .collectList();
    }

    private Flux<Offered> offered(BuyerKind kind, List<Waiting> batch) {
        List<UUID> products =
                batch.stream()
                        .flatMap(waiting -> waiting.command().lines().stream())
                        .map(PlaceOrders.Line::productId)
                        .distinct()
                        .toList();
        return stock.offers(products, kind)
                .map(found ->
                        found.stream().collect(Collectors.toMap(Offer::productId, one -> one)))
                .flatMapIterable(found ->
                        batch.stream()
                                .map(waiting -> new Offered(waiting, wanted(waiting, found)))
                                .filter(one -> !one.offers().isEmpty())
                                .toList());
    }

    /** What the lines are, in their order; nothing unless all of them can be had. */
    private static List<Offer> wanted(Waiting waiting, Map<UUID, Offer> found) {
        List<Offer> offers = new ArrayList<>();
        for (Wanted one : waiting.command().wanted()) {
            Offer offer = found.get(one.productId());
            if (offer == null || offer.refusal(one.quantity()) != null) {
                return List.of();
            }
            offers.add(offer);
        }
        return offers;
    }

    private Mono<Map<Waiting, PurchaseView>> place(List<Offered> batch) {
        if (batch.isEmpty()) {
            return Mono.just(Map.of());
        }
        Instant now = clock.instant();
        return numbers.next(batch.stream().mapToInt(Offered::suppliers).sum())
                .map(given -> purchases(batch, given, now))
                .flatMap(purchases -> write(purchases, now));
    }

    private Map<Waiting, NewPurchase> purchases(
            List<Offered> batch, List<Long> numbers, Instant now) {
        Map<Waiting, NewPurchase> purchases = new LinkedHashMap<>();
        int used = 0;
        for (Offered one : batch) {
            Waiting waiting = one.waiting();
            List<Long> own = numbers.subList(used, used + one.suppliers());
            used += one.suppliers();
            purchases.put(
                    waiting,
                    NewPurchase.of(
                            waiting.caller(),
                            waiting.command(),
                            one.offers(),
                            own,
                            () -> Ids.next(clock),
                            now));
        }
        return purchases;
    }

    private Mono<Map<Waiting, PurchaseView>> write(
            Map<Waiting, NewPurchase> purchases, Instant now) {
        List<PlacingStore.Keyed> keyed =
                purchases.entrySet().stream()
                        .map(of ->
                                new PlacingStore.Keyed(
                                        of.getValue(),
                                        of.getKey().key().value(),
                                        of.getKey().inputHash()))
                        .toList();
        return store.placeTogether(keyed, now)
                .map(placed -> views(purchases, placed))
                .doFinally(_ -> stock.changed(products(purchases.values())));
    }

    private static Map<Waiting, PurchaseView> views(
            Map<Waiting, NewPurchase> purchases, Set<UUID> placed) {
        Map<Waiting, PurchaseView> views = new HashMap<>();
        purchases.forEach((waiting, purchase) -> {
            if (placed.contains(purchase.id())) {
                views.put(waiting, purchase.view());
            }
        });
        return views;
    }

    private static List<UUID> products(Collection<NewPurchase> purchases) {
        return purchases.stream()
                .flatMap(purchase -> purchase.lines().stream())
                .map(NewPurchase.Line::productId)
                .distinct()
                .toList();
    }
}
