package org.consumptionaid.marketplace.payment;

import java.util.Optional;
import java.util.UUID;

/** Reads what the card company sends. */
interface CardEvents {
    /** The event, if its signature over the raw bytes is right and recent; nothing otherwise. */
    Optional<CardEvent> verify(String rawBody, String signature);

    /** What an event says of one of our payments; nothing if it is about something else. */
    Optional<News> read(CardEvent event);

    /** That a payment of ours had this outcome. */
    record News(UUID paymentId, CardOutcome outcome) {}
}
