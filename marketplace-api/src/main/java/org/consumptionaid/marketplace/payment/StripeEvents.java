package org.consumptionaid.marketplace.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private final List<String> secrets;

    StripeEvents(@Value("${marketplace.stripe.webhook-secrets}") List<String> secrets) {
        this.secrets = List.copyOf(secrets);
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
        return OUTCOMES.contains(event.type())
                ? intent(event).flatMap(StripeEvents::news)
                : Optional.empty();
    }

    /** Nothing of an account that is connected to ours: our payments are our own account's. */
    private static Optional<PaymentIntent> intent(CardEvent event) {
        return Optional.of(ApiResource.GSON.fromJson(event.payload(), Event.class))
                .filter(read -> read.getAccount() == null)
                .flatMap(read -> read.getDataObjectDeserializer().getObject())
                .filter(PaymentIntent.class::isInstance)
                .map(PaymentIntent.class::cast);
    }

    private static Optional<News> news(PaymentIntent intent) {
        return Optional.ofNullable(intent.getMetadata())
                .map(metadata -> metadata.get(StripeGateway.PAYMENT_ID))
                .flatMap(StripeEvents::paymentId)
                .map(id -> new News(id, StripeGateway.outcome(intent)));
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
