package org.consumptionaid.marketplace.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the card company sends. */
interface CardEvents {
    /** The event, if its signature over the raw bytes is right and recent; nothing otherwise. */
    Optional<CardEvent> verify(String rawBody, String signature);

    /** What an event says of something of ours; nothing if it is about something else. */
    Optional<News> read(CardEvent event);

    /** What an event says. */
    sealed interface News {
        /** That a payment of ours had this outcome. */
        record OfPayment(UUID paymentId, CardOutcome outcome) implements News {}

        /** That a refund of ours had this outcome. */
        record OfRefund(UUID refundId, CardOutcome outcome) implements News {}

        /**
         * That a payer disputes a payment.
         *
         * @param intentId of the payment
         * @param dueAt until when evidence is taken
         */
        record OfDispute(
                String id,
                String intentId,
                long amountFen,
                String reason,
                DisputeState state,
                @Nullable Instant dueAt)
                implements News {}
    }
}
