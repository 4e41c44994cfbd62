package org.consumptionaid.marketplace.finding;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consumptionaid.marketplace.finding.FindingStore.Odd;
import org.consumptionaid.marketplace.finding.FindingStore.Value;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for each trick every hour. Two instances that look at once find the same thing once. */
@Service
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final Duration ROUND_TIMEOUT = Duration.ofMinutes(5);

    private final FindingStore store;
    private final Rules rules;
    private final Clock clock;

    Checks(FindingStore store, Rules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    Mono<Void> everyHour() {
        return Mono.defer(this::look)
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, Checks::nextRound);
    }

    Mono<Void> look() {
        return keep(Check.PLANNED_INCOME, store.plannedIncome())
                .then(keep(Check.SAME_KILOGRAMS, store.sameKilograms()))
                .then(keep(Check.ABOVE_EVIDENCE, store.aboveEvidence()))
                .then(keep(Check.WAGE_OUTLIER, values("WAGE").map(Checks::outliers)))
                .then(
                        keep(
                                Check.ROUND_NUMBERS,
                                shares("finding.round-numbers", FindingRules::roundShare)))
                .then(
                        keep(
                                Check.REPEATED_NUMBERS,
                                shares("finding.repeated-numbers", FindingRules::repeatedShare)));
    }

    private Mono<Void> keep(Check check, Mono<List<Odd>> found) {
        return found.flatMapMany(Flux::fromIterable)
                .concatMap(odd -> store.insert(Ids.next(clock), check, odd, clock.instant()))
                .then();
    }

    private Mono<List<Value>> values(String mode) {
        return store.values(mode, clock.instant().minus(LOOKED_BACK));
    }

    /** The cooperatives whose weights have a share above the monitoring line. */
    private Mono<List<Odd>> shares(String line, Function<List<Long>, Long> share) {
        return rules.inForce(line, clock.instant())
                .flatMap(most ->
                        values("PURCHASE")
                                .map(values ->
                                        by(values, Value::organisation).values().stream()
                                                .filter(own -> share.apply(numbers(own)) > most)
                                                .map(own -> odd(own, share.apply(numbers(own))))
                                                .toList()));
    }

    private static List<Odd> outliers(List<Value> values) {
        List<Odd> odd = new ArrayList<>();
        for (List<Value> county : by(values, Value::county).values()) {
            long fence = FindingRules.upperFence(numbers(county));
            county.stream()
                    .filter(value -> value.value() > fence)
                    .map(value ->
                            new Odd(
                                    value.county(),
                                    value.claim(),
                                    value.name() + " · " + value.evidence(),
                                    value.value() + " > " + fence))
                    .forEach(odd::add);
        }
        return odd;
    }

    private static Odd odd(List<Value> own, long share) {
        Value first = own.getFirst();
        return new Odd(
                first.county(),
                first.organisation(),
                first.name(),
                own.size() + " × : " + share / 100 + "%");
    }

    private static Map<String, List<Value>> by(List<Value> values, Function<Value, String> key) {
        return values.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static List<Long> numbers(List<Value> values) {
        return values.stream().map(Value::value).toList();
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("the checks wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
