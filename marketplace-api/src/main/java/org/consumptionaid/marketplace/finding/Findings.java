package org.consumptionaid.marketplace.finding;

import java.time.Clock;
import java.util.UUID;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.Idempotency;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.consumptionaid.marketplace.shared.Page;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A county's work list of what checks found odd. */
@Service
public class Findings {
    private final FindingStore store;
    private final Idempotency idempotency;
    private final Clock clock;

    Findings(FindingStore store, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Of the caller's county, newest first; of every county for operator and auditor. */
    public Mono<Page<FindingView>> findings(Caller caller, UUID before) {
        return store.list(caller, before).map(rows -> Page.of(rows, FindingView::id));
    }

    /** What the county makes of it. Refusals: {@link NotFound}, {@link FindingRefusal}. */
    public Mono<FindingView> decide(
            Caller caller, IdempotencyKey key, UUID id, Decision decision, String reason) {
        record Input(String operation, UUID id, Decision decision, String reason) {}
        return idempotency
                .once(
                        caller.personId(),
                        key,
                        new Input("finding", id, decision, reason),
                        UUID.class,
                        () ->
                                store.find(caller, id)
                                        .switchIfEmpty(new NotFound().asError())
                                        .then(
                                                store.decide(
                                                        caller,
                                                        id,
                                                        decision.name(),
                                                        reason,
                                                        clock.instant()))
                                        .filter(Boolean::booleanValue)
                                        .switchIfEmpty(
                                                new FindingRefusal.FindingDecided().asError())
                                        .thenReturn(id))
                .flatMap(done -> store.find(caller, done));
    }
}
