package org.consumptionaid.marketplace.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.consumptionaid.marketplace.payment.CardEvents.News;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes Stripe's events in, then works. An event is verified and stored before it is answered; a
 * worker moves the state. A repeated event is stored once, an event that comes before our own
 * answer finds its payment all the same.
 */
@Service
class WebhookInbox {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookInbox.class);
    private static final int EVENTS_PER_ROUND = 50;
    private static final int EVENTS_AT_ONCE = 4;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(30);

    private final CardEvents events;
    private final PaymentStore store;
    private final CardPayments cards;
    private final CardRefunds refunds;
    private final Disputes disputes;
    private final Clock clock;

    WebhookInbox(
            CardEvents events,
            PaymentStore store,
            CardPayments cards,
            CardRefunds refunds,
            Disputes disputes,
            Clock clock) {
        this.events = events;
        this.store = store;
        this.cards = cards;
        this.refunds = refunds;
        this.disputes = disputes;
        this.clock = clock;
    }

    /** Stores an event. Refusals: {@link PaymentRefusal.BadSignature}. */
    Mono<Void> receive(String rawBody, String signature) {
        return Mono.justOrEmpty(events.verify(rawBody, signature))
                .switchIfEmpty(new PaymentRefusal.BadSignature().asError())
                .flatMap(event -> store.storeEvent(event, clock.instant()));
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    Mono<Void> workOff() {
        return Mono.defer(() -> store.waitingEvents(clock.instant(), EVENTS_PER_ROUND))
                .flatMapMany(Flux::fromIterable)
                .flatMap(this::process, EVENTS_AT_ONCE)
                .then()
                .timeout(ROUND_TIMEOUT)
                .onErrorResume(Exception.class, WebhookInbox::nextRound);
    }

    private Mono<Void> process(CardEvent event) {
        return Mono.defer(() -> Mono.justOrEmpty(events.read(event)))
                .flatMap(this::hear)
                .then(store.eventDone(event.id(), clock.instant()))
                .onErrorResume(
                        RuntimeException.class,
                        error -> store.eventFailed(event.id(), error.toString(), clock.instant()));
    }

    private Mono<Void> hear(News news) {
        return switch (news) {
            case News.OfPayment(UUID id, CardOutcome outcome) -> cards.settle(id, outcome);
            case News.OfRefund(UUID id, CardOutcome outcome) -> refunds.settle(id, outcome);
            case News.OfDispute dispute -> disputes.hear(dispute);
        };
    }

    private static Mono<Void> nextRound(Exception error) {
        LOG.warn("events of Stripe wait for the next round: {}", error.toString());
        return Mono.empty();
    }
}
