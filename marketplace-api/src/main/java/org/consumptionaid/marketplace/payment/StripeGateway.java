package org.consumptionaid.marketplace.payment;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Stripe's PaymentIntents. stripe-java blocks, so it runs on virtual threads. It does not retry by
 * itself: what timed out is unknown, and the sweeper asks again under the same key.
 */
@Component
class StripeGateway implements CardGateway {
    static final String PAYMENT_ID = "payment_id";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STRIPE_CALL_TIMEOUT = Duration.ofSeconds(15);

    private final StripeClient stripe;
    private final Scheduler scheduler =
            Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

    StripeGateway(
            @Value("${marketplace.stripe.api-key}") String apiKey,
            @Value("${marketplace.stripe.api-base}") String apiBase) {
        var builder =
                StripeClient.builder()
                        .setApiKey(apiKey)
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setReadTimeout((int) READ_TIMEOUT.toMillis())
                        .setMaxNetworkRetries(0);
        this.stripe = (apiBase.isEmpty() ? builder : builder.setApiBase(apiBase)).build();
    }

    @Override
    public Mono<CardOutcome> charge(CardPayment payment) {
        return Mono.fromCallable(() -> create(payment))
                .subscribeOn(scheduler)
                .timeout(STRIPE_CALL_TIMEOUT)
                .map(StripeGateway::outcome)
                .onErrorResume(Exception.class, error -> Mono.just(outcome(error)));
    }

    static CardOutcome outcome(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> new CardOutcome.Succeeded(intent.getId());
            case "canceled", "requires_payment_method" -> new CardOutcome.Refused(reason(intent));
            default -> new CardOutcome.Accepted(intent.getId());
        };
    }

    private PaymentIntent create(CardPayment payment) throws StripeException {
        PaymentIntentCreateParams params =
                PaymentIntentCreateParams.builder()
                        .setAmount(payment.amountFen())
                        .setCurrency("cny")
                        .setPaymentMethod(payment.paymentMethod())
                        .addPaymentMethodType("card")
                        .setConfirm(true)
                        .putMetadata(PAYMENT_ID, payment.id().toString())
                        .build();
        RequestOptions options =
                RequestOptions.builder().setIdempotencyKey(payment.id().toString()).build();
        return stripe.v1().paymentIntents().create(params, options);
    }

    private static CardOutcome outcome(Exception error) {
        return switch (error) {
            case CardException refused ->
                    new CardOutcome.Refused(String.valueOf(refused.getUserMessage()));
            case InvalidRequestException wrong ->
                    new CardOutcome.Refused(String.valueOf(wrong.getUserMessage()));
            case ApiConnectionException _ -> new CardOutcome.Unknown("no connection");
            default -> new CardOutcome.Unknown(error.getClass().getSimpleName());
        };
    }

    private static String reason(PaymentIntent intent) {
        return intent.getLastPaymentError() == null
                ? intent.getStatus()
                : String.valueOf(intent.getLastPaymentError().getMessage());
    }
}
