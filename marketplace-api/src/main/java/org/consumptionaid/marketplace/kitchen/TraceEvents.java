package org.consumptionaid.marketplace.kitchen;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.consumptionaid.marketplace.identity.Caller;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A lot's life as EPCIS 2.0 events, worked out from the books each time. */
@Service
class TraceEvents {
    private final RecallStore recalls;
    private final TraceStore store;
    private final Clock clock;

    TraceEvents(RecallStore recalls, TraceStore store, Clock clock) {
        this.recalls = recalls;
        this.store = store;
        this.clock = clock;
    }

    /** Refusals: {@link NotFound}. */
    Mono<Map<String, Object>> of(Caller caller, String number) {
        return recalls.lot(caller, number.strip().toUpperCase(Locale.ROOT))
                .switchIfEmpty(new NotFound().asError())
                .flatMap(lot ->
                        Mono.zip(
                                store.lot(lot),
                                store.uses(lot),
                                store.samples(lot),
                                store.disposals(lot)))
                .map(found ->
                        new EpcisDocument(
                                        found.getT1(), found.getT2(), found.getT3(), found.getT4())
                                .at(clock.instant()));
    }
}
