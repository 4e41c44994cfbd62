package org.consumptionaid.marketplace.kitchen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Ids;
import org.consumptionaid.marketplace.shared.Rules;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Suspected food-safety incidents and the clock until the county has to know. */
@Service
class Incidents {
    private static final String MINUTES = "kitchen.incident.minutes";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(7);

    private final IncidentStore store;
    private final Rules rules;
    private final Idempotency idempotency;
    private final Clock clock;

    Incidents(IncidentStore store, Rules rules, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Of a canteen, or of all schools of a bureau; what is not reported first. */
    Mono<List<IncidentView>> all(Caller caller) {
        return store.all(caller, clock.instant());
    }

    /**
     * Notes an incident; the clock runs from when it was noticed. A phone's clock may be five
     * minutes ahead. Refusals: {@link KitchenRefusal.NoticedWhen}.
     */
    Mono<List<IncidentView>> note(Caller caller, IdempotencyKey key, IncidentForm form) {
        record Input(String operation, IncidentForm form) {}
        Instant now = clock.instant();
        if (form.noticedAt().isAfter(now.plus(SKEW))
                || form.noticedAt().isBefore(now.minus(OLDEST))) {
            return new KitchenRefusal.NoticedWhen().asError();
        }
        UUID id = Ids.next(clock);
        Mono<UUID> note =
                rules.inForce(MINUTES, now)
                        .flatMap(minutes ->
                                store.insert(
                                        id,
                                        caller,
                                        form,
                                        form.noticedAt().plus(Duration.ofMinutes(minutes)),
                                        now))
                        .thenReturn(id);
        return idempotency
                .once(caller.personId(), key, new Input("incident", form), UUID.class, () -> note)
                .then(Mono.defer(() -> all(caller)));
    }

    /**
     * The county was told. Refusals: {@link NotFound}, {@link KitchenRefusal.AlreadyDone}.
     *
     * @param to whom, and how
     */
    Mono<List<IncidentView>> report(Caller caller, IdempotencyKey key, UUID id, String to) {
        record Input(String operation, UUID incident, String to) {}
        Mono<UUID> report =
                store.lockReported(id, caller)
                        .switchIfEmpty(new NotFound().asError())
                        .flatMap(reported ->
                                reported
                                        ? new KitchenRefusal.AlreadyDone().<Void>asError()
                                        : store.report(id, caller, to.strip(), clock.instant()))
                        .thenReturn(id);
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("report-incident", id, to),
                        UUID.class,
                        () -> report)
                .then(Mono.defer(() -> all(caller)));
    }
}
