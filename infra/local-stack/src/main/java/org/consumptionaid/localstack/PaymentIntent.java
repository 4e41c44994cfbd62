package org.consumptionaid.localstack;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the stand-in for Stripe keeps it.
 *
 * @param amount in the currency's smallest unit: fen
 * @param amountRefunded of it, in fen
 * @param created seconds since 1970
 * @param declineCode why the last attempt was declined, or null
 * @param returnUrl where the payer goes after a wallet's page, or null
 */
public record PaymentIntent(
        String id,
        long amount,
        long amountRefunded,
        String currency,
        Status status,
        @Nullable String paymentMethod,
        @Nullable String description,
        Map<String, String> metadata,
        long created,
        @Nullable String declineCode,
        @Nullable String returnUrl) {

    /** Where a payment stands, in Stripe's words. */
    public enum Status {
        REQUIRES_PAYMENT_METHOD,
        REQUIRES_CONFIRMATION,
        /** The payer has to go to a wallet's page or scan its code. */
        REQUIRES_ACTION,
        SUCCEEDED,
        CANCELED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PaymentIntent {
        metadata = Map.copyOf(metadata);
    }

    boolean isPaid() {
        return status == Status.SUCCEEDED;
    }

    long refundable() {
        return isPaid() ? amount - amountRefunded : 0;
    }

    /** The id of the charge that Stripe makes for a payment. */
    String chargeId() {
        return id.replaceFirst("^pi_", "ch_");
    }

    PaymentIntent paidWith(String method) {
        return at(Status.SUCCEEDED, method, null);
    }

    PaymentIntent declined(String code) {
        return at(Status.REQUIRES_PAYMENT_METHOD, null, code);
    }

    PaymentIntent waitingFor(String wallet) {
        return at(Status.REQUIRES_ACTION, wallet, null);
    }

    PaymentIntent canceled() {
        return at(Status.CANCELED, paymentMethod, null);
    }

    private PaymentIntent at(Status next, @Nullable String method, @Nullable String decline) {
        return new PaymentIntent(
                id,
                amount,
                amountRefunded,
                currency,
                next,
                method,
                description,
                metadata,
                created,
                decline,
                returnUrl);
    }

    PaymentIntent refunded(long more) {
        return new PaymentIntent(
                id,
                amount,
                amountRefunded + more,
                currency,
                status,
                paymentMethod,
                description,
                metadata,
                created,
                declineCode,
                returnUrl);
    }
}
