package org.consumptionaid.marketplace.certification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.consumptionaid.marketplace.shared.SharedRefusal.NotFound;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether a cooperative may sell, and the public check of a certificate. */
@Service
public class Certification {
    /** The letter of certificate numbers (Zhengshu). */
    public static final char LETTER = 'Z';

    private final CertificateStore store;
    private final Clock clock;

    Certification(CertificateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The gate of every sale: empty while the organisation may sell produce of all these
     * categories, which is while its supplier certificate and a product certificate of each are in
     * force. Refusals: {@link CertificationRefusal.NotInForce}.
     */
    public Mono<Void> requireInForce(UUID organisationId, Set<String> categories) {
        return store.areAllInForce(organisationId, categories, clock.instant())
                .flatMap(inForce ->
                        inForce ? Mono.empty() : new CertificationRefusal.NotInForce().asError());
    }

    /** Those of the categories that pass the gate now: what a file could list today. */
    public Mono<Set<String>> inForceAmong(UUID organisationId, Set<String> categories) {
        return store.inForceAmong(organisationId, categories, clock.instant());
    }

    /**
     * An organisation's certificates as they were at a moment: those of these numbers, and what it
     * was a supplier by.
     */
    public Mono<List<PastCertificate>> asOf(
            UUID organisationId, Set<String> numbers, Instant moment) {
        return store.of(organisationId, numbers, moment)
                .flatMapMany(Flux::fromIterable)
                .concatMap(head ->
                        store.seasons(head.id())
                                .flatMap(seasons ->
                                        store.events(head.id())
                                                .map(events -> head.at(seasons, events, moment))))
                .collectList();
    }

    /**
     * The certificate of a number as people write it. Refusals: {@link
     * CertificationRefusal.NotANumber}, {@link NotFound}.
     */
    public Mono<CertificateView> check(String number) {
        String written = number.strip().toUpperCase(Locale.ROOT);
        if (!CheckedNumber.isValid(LETTER, written)) {
            return new CertificationRefusal.NotANumber().asError();
        }
        return store.find(written)
                .switchIfEmpty(new NotFound().asError())
                .flatMap(head ->
                        store.seasons(head.id())
                                .flatMap(seasons ->
                                        store.events(head.id())
                                                .map(events ->
                                                        head.publicView(
                                                                seasons,
                                                                events,
                                                                clock.instant()))));
    }
}
