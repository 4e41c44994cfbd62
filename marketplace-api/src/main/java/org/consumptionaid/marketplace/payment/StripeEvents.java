package org.consumptionaid.marketplace.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stripe's events. Several secrets may be valid at once, so that one can be changed without losing
 * events.
 */
@Component
class StripeEvents implements CardEvents {
    private static final long OLDEST_SECONDS = 300;

    /** The others tell of a payment's way: an intent just created looks like one that failed. */
    private static final Set<String> OUTCOMES =
            Set.of(
                    "payment_intent.succeeded",
                    "payment_intent.payment_failed",
                    "payment_intent.canceled");

    private static final Set<String> REFUNDS =
            Set.of("refund.created", "refund.updated", "refund.failed");
    private static final Set<String> DISPUTES =
            Set.of("charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed");

    /** A question of the payer's bank, for which no money is taken. */
    private static final String INQUIRY = "warning_";

    /** In every key of the mode in which money moves; the others move none. */
    private static final String LIVE = "_live_";

    private final List<String> secrets;
    private final boolean isLive;

    StripeEvents(
            @Value("${marketplace.stripe.webhook-secrets}") List<String> secrets,
            @Value("${marketplace.stripe.api-key}") String apiKey) {
        this.secrets = List.copyOf(secrets);
        this.isLive = apiKey.contains(LIVE);
    }

    @Override
    public Optional<CardEvent> verify(String rawBody, String signature) {
        return secrets.stream().anyMatch(secret -> isSigned(rawBody, signature, secret))
                ? Optional.of(ApiResource.GSON.fromJson(rawBody, Event.class))
                        .map(event -> new CardEvent(event.getId(), event.getType(), rawBody))
                : Optional.empty();
    }

    @Override
    public Optional<News> read(CardEvent event) {
        if (OUTCOMES.contains(event.type())) {
            return subject(event, PaymentIntent.class)
                    .flatMap(intent ->
                            ours(intent.getMetadata())
                                    .map(id ->
                                            new News.OfPayment(id, StripeGateway.outcome(intent))));
        }
        if (REFUNDS.contains(event.type())) {
            return subject(event, Refund.class)
                    .flatMap(refund ->
                            ours(refund.getMetadata())
                                    .map(id ->
                                            new News.OfRefund(id, StripeGateway.outcome(refund))));
        }
        return DISPUTES.contains(event.type())
                ? subject(event, Dispute.class).flatMap(StripeEvents::dispute)
                : Optional.empty();
    }

    private static Optional<News> dispute(Dispute dispute) {
        String intent = dispute.getPaymentIntent();
        if (intent == null || dispute.getStatus().startsWith(INQUIRY)) {
            return Optional.empty();
        }
        Dispute.EvidenceDetails details = dispute.getEvidenceDetails();
        Long due = details == null ? null : details.getDueBy();
        return Optional.of(
                new News.OfDispute(
                        dispute.getId(),
                        intent,
                        dispute.getAmount(),
                        String.valueOf(dispute.getReason()),
                        switch (dispute.getStatus()) {
                            case "won" -> DisputeState.WON;
                            case "lost" -> DisputeState.LOST;
                            default -> DisputeState.OPEN;
                        },
                        due == null ? null : Instant.ofEpochSecond(due)));
    }

    /**
     * Nothing of an account that is connected to ours: our payments are our own account's. Nothing
     * of the other mode either, in which a test's event would book money that never came.
     */
    private <T> Optional<T> subject(CardEvent event, Class<T> type) {
        return Optional.of(ApiResource.GSON.fromJson(event.payload(), Event.class))
                .filter(read -> read.getAccount() == null)
                .filter(read -> Objects.equals(read.getLivemode(), isLive))
                .flatMap(read -> read.getDataObjectDeserializer().getObject())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Optional<UUID> ours(@Nullable Map<String, String> metadata) {
        return Optional.ofNullable(metadata)
                .map(all -> all.get(StripeGateway.PAYMENT_ID))
                .flatMap(StripeEvents::paymentId);
    }

    /** Other software with the same account may write something else there. */
    private static Optional<UUID> paymentId(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String body, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, OLDEST_SECONDS);
        } catch (SignatureVerificationException _) {
            return false;
        }
    }
}
