package org.consumptionaid.marketplace.payment;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodData;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Stripe's PaymentIntents and refunds. stripe-java blocks, so it runs on virtual threads. It does
 * not retry by itself: what timed out is unknown, and the sweeper asks again under the same key.
 */
@Component
class StripeGateway implements CardGateway {
    static final String PAYMENT_ID = "payment_id";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STRIPE_CALL_TIMEOUT = Duration.ofSeconds(15);

    private static final String NEVER_ARRIVED = "not known to Stripe";
    private static final long MOST_REFUNDS = 100;

    private final StripeClient stripe;
    private final String consoleUrl;
    private final Scheduler scheduler =
            Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

    StripeGateway(
            @Value("${marketplace.stripe.api-key}") String apiKey,
            @Value("${marketplace.stripe.api-base}") String apiBase,
            @Value("${marketplace.console-url}") String consoleUrl) {
        var builder =
                StripeClient.builder()
                        .setApiKey(apiKey)
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setReadTimeout((int) READ_TIMEOUT.toMillis())
                        .setMaxNetworkRetries(0);
        this.consoleUrl = consoleUrl;
        this.stripe = (apiBase.isEmpty() ? builder : builder.setApiBase(apiBase)).build();
    }

    @Override
    public Mono<CardOutcome> charge(CardPayment payment) {
        return asked(() -> outcome(create(payment)));
    }

    @Override
    public Mono<CardOutcome> look(CardPayment payment) {
        return looked(() -> outcome(find(payment), payment.id()));
    }

    /** A payer may be quicker: what cannot be cancelled any more is looked at. */
    @Override
    public Mono<CardOutcome> giveUp(CardPayment payment) {
        String intentId = Objects.requireNonNull(payment.intentId());
        return looked(() -> outcome(stripe.v1().paymentIntents().cancel(intentId)))
                .flatMap(outcome ->
                        outcome instanceof CardOutcome.Unknown
                                ? look(payment)
                                : Mono.just(outcome));
    }

    @Override
    public Mono<CardOutcome> refund(CardRefund refund) {
        return asked(() -> outcome(create(refund)));
    }

    @Override
    public Mono<CardOutcome> look(CardRefund refund) {
        return looked(() -> {
            RefundListParams params =
                    RefundListParams.builder()
                            .setPaymentIntent(refund.intentId())
                            .setLimit(MOST_REFUNDS)
                            .build();
            return stripe.v1().refunds().list(params).getData().stream()
                    .filter(one -> isOurs(one.getMetadata(), refund.id()))
                    .findFirst()
                    .map(StripeGateway::outcome)
                    .orElseGet(() -> new CardOutcome.Refused(NEVER_ARRIVED));
        });
    }

    /** A wish: Stripe may refuse it. */
    private Mono<CardOutcome> asked(Callable<CardOutcome> wish) {
        return called(wish).onErrorResume(Exception.class, error -> Mono.just(outcome(error)));
    }

    /** A question: a refusal to answer says nothing about what is asked about. */
    private Mono<CardOutcome> looked(Callable<CardOutcome> question) {
        return called(question)
                .onErrorResume(
                        Exception.class,
                        error ->
                                Mono.just(
                                        new CardOutcome.Unknown(error.getClass().getSimpleName())));
    }

    private Mono<CardOutcome> called(Callable<CardOutcome> call) {
        return Mono.fromCallable(call).subscribeOn(scheduler).timeout(STRIPE_CALL_TIMEOUT);
    }

    static CardOutcome outcome(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> new CardOutcome.Succeeded(intent.getId());
            case "canceled", "requires_payment_method" -> new CardOutcome.Refused(reason(intent));
            default -> new CardOutcome.Accepted(intent.getId(), action(intent));
        };
    }

    static CardOutcome outcome(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new CardOutcome.Succeeded(refund.getId());
            case "failed", "canceled" ->
                    new CardOutcome.Refused(
                            Objects.requireNonNullElse(
                                    refund.getFailureReason(), refund.getStatus()));
            default -> new CardOutcome.Accepted(refund.getId(), null);
        };
    }

    private static CardOutcome outcome(Optional<PaymentIntent> found, UUID id) {
        return found.filter(intent -> isOurs(intent.getMetadata(), id))
                .map(StripeGateway::outcome)
                .orElseGet(() -> new CardOutcome.Refused(NEVER_ARRIVED));
    }

    private static @Nullable PayerAction action(PaymentIntent intent) {
        PaymentIntent.NextAction next = intent.getNextAction();
        if (next == null) {
            return null;
        }
        if (next.getAlipayHandleRedirect() != null) {
            return new PayerAction(
                    PayerAction.Kind.REDIRECT, next.getAlipayHandleRedirect().getUrl());
        }
        if (next.getWechatPayDisplayQrCode() != null) {
            return new PayerAction(PayerAction.Kind.QR, next.getWechatPayDisplayQrCode().getData());
        }
        return next.getRedirectToUrl() == null
                ? null
                : new PayerAction(PayerAction.Kind.REDIRECT, next.getRedirectToUrl().getUrl());
    }

    private static boolean isOurs(@Nullable Map<String, String> metadata, UUID id) {
        return metadata != null && id.toString().equals(metadata.get(PAYMENT_ID));
    }

    private Optional<PaymentIntent> find(CardPayment payment) throws StripeException {
        if (payment.intentId() != null) {
            return Optional.of(stripe.v1().paymentIntents().retrieve(payment.intentId()));
        }
        PaymentIntentSearchParams params =
                PaymentIntentSearchParams.builder()
                        .setQuery("metadata['" + PAYMENT_ID + "']:'" + payment.id() + "'")
                        .build();
        return stripe.v1().paymentIntents().search(params).getData().stream().findFirst();
    }

    private PaymentIntent create(CardPayment payment) throws StripeException {
        PaymentIntentCreateParams.Builder params =
                PaymentIntentCreateParams.builder()
                        .setAmount(payment.amountFen())
                        .setCurrency("cny")
                        .addPaymentMethodType(payment.means().wireName())
                        .setConfirm(true)
                        .putMetadata(PAYMENT_ID, payment.id().toString());
        switch (payment.means()) {
            case CARD -> params.setPaymentMethod(payment.paymentMethod());
            case ALIPAY ->
                    params.setPaymentMethodData(wallet(PaymentMethodData.Type.ALIPAY))
                            .setReturnUrl(consoleUrl + "/orders/" + payment.orderId());
            case WECHAT_PAY ->
                    params.setPaymentMethodData(wallet(PaymentMethodData.Type.WECHAT_PAY))
                            .setPaymentMethodOptions(inABrowser());
        }
        return stripe.v1().paymentIntents().create(params.build(), key(payment.id()));
    }

    private static PaymentMethodData wallet(PaymentMethodData.Type type) {
        return PaymentMethodData.builder().setType(type).build();
    }

    private static PaymentMethodOptions inABrowser() {
        return PaymentMethodOptions.builder()
                .setWechatPay(
                        PaymentMethodOptions.WechatPay.builder()
                                .setClient(PaymentMethodOptions.WechatPay.Client.WEB)
                                .build())
                .build();
    }

    private Refund create(CardRefund refund) throws StripeException {
        RefundCreateParams params =
                RefundCreateParams.builder()
                        .setPaymentIntent(refund.intentId())
                        .setAmount(refund.amountFen())
                        .putMetadata(PAYMENT_ID, refund.id().toString())
                        .build();
        return stripe.v1().refunds().create(params, key(refund.id()));
    }

    private static RequestOptions key(UUID id) {
        return RequestOptions.builder().setIdempotencyKey(id.toString()).build();
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
