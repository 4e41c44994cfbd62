package org.consumptionaid.localstack;

import static org.consumptionaid.localstack.PaymentIntent.Status.REQUIRES_ACTION;
import static org.consumptionaid.localstack.PaymentIntent.Status.REQUIRES_CONFIRMATION;
import static org.consumptionaid.localstack.PaymentIntent.Status.REQUIRES_PAYMENT_METHOD;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payments and refunds of one Stripe account, and the rules by which they change.
 *
 * <p>Test cards are named as at Stripe: {@code pm_card_chargeDeclined} and its kin are declined,
 * any other {@code pm_card_…} pays. A wallet's payer is asked on a page.
 */
final class StripeAccount {

    private static final String CARD = "pm_card_";
    private static final String DECLINED = CARD + "chargeDeclined";

    private final Clock clock;
    private final Map<String, PaymentIntent> intents = new LinkedHashMap<>();
    private final List<Refund> refunds = new ArrayList<>();

    StripeAccount(Clock clock) {
        this.clock = clock;
    }

    /** All that the account remembers, to be kept over a restart. */
    record Memory(List<PaymentIntent> intents, List<Refund> refunds) {}

    synchronized Memory memory() {
        return new Memory(List.copyOf(intents.values()), List.copyOf(refunds));
    }

    synchronized void recall(Memory memory) {
        memory.intents().forEach(this::put);
        refunds.addAll(memory.refunds());
    }

    synchronized PaymentIntent create(StripeForm form) {
        String method = form.text("payment_method");
        PaymentIntent intent =
                put(
                        new PaymentIntent(
                                newId("pi_"),
                                form.amount("amount"),
                                0,
                                form.required("currency"),
                                method == null ? REQUIRES_PAYMENT_METHOD : REQUIRES_CONFIRMATION,
                                method,
                                form.text("description"),
                                form.group("metadata"),
                                clock.instant().getEpochSecond(),
                                null,
                                form.text("return_url")));
        String wallet = form.text("payment_method_data[type]");
        if (wallet != null) {
            return put(intent.waitingFor(wallet));
        }
        return form.flag("confirm") ? pay(intent, method) : intent;
    }

    /** What the payer does on the wallet's page. */
    synchronized PaymentIntent answered(String id, boolean pays) {
        PaymentIntent intent = find(id);
        if (intent.status() != REQUIRES_ACTION) {
            return intent;
        }
        String wallet = intent.paymentMethod();
        return put(
                pays && wallet != null
                        ? intent.paidWith(wallet)
                        : intent.declined("payment_intent_authentication_failure"));
    }

    synchronized PaymentIntent cancel(String id) {
        PaymentIntent intent = find(id);
        if (intent.isPaid()) {
            throw StripeRefusal.unexpectedState(intent);
        }
        return put(intent.canceled());
    }

    /** Those with this text in one of their metadata. */
    synchronized List<PaymentIntent> search(String query) {
        return intents.values().stream()
                .filter(intent -> intent.metadata().values().stream().anyMatch(query::contains))
                .toList();
    }

    synchronized List<Refund> refundsOf(String intentId) {
        return refunds.stream().filter(one -> one.paymentIntent().equals(intentId)).toList();
    }

    synchronized PaymentIntent confirm(String id, StripeForm form) {
        PaymentIntent intent = find(id);
        if (intent.isPaid()) {
            throw StripeRefusal.unexpectedState(intent);
        }
        String named = form.text("payment_method");
        return pay(intent, named == null ? intent.paymentMethod() : named);
    }

    synchronized PaymentIntent find(String id) {
        PaymentIntent intent = intents.get(id);
        if (intent == null) {
            throw StripeRefusal.unknown("payment_intent", id, "intent");
        }
        return intent;
    }

    synchronized Refund refund(StripeForm form) {
        PaymentIntent intent = find(form.required("payment_intent"));
        long amount = form.text("amount") == null ? intent.refundable() : form.amount("amount");
        if (amount == 0 || amount > intent.refundable()) {
            throw StripeRefusal.refundTooLarge(intent);
        }
        put(intent.refunded(amount));
        Refund refund =
                new Refund(
                        newId("re_"),
                        intent.id(),
                        amount,
                        intent.currency(),
                        form.text("reason"),
                        form.group("metadata"),
                        clock.instant().getEpochSecond());
        refunds.add(refund);
        return refund;
    }

    private PaymentIntent pay(PaymentIntent intent, @Nullable String method) {
        if (method == null) {
            throw StripeRefusal.missing("payment_method");
        }
        if (!method.startsWith(CARD)) {
            throw StripeRefusal.unknown("PaymentMethod", method, "payment_method");
        }
        if (method.startsWith(DECLINED)) {
            String code = declineCode(method);
            throw StripeRefusal.declined(put(intent.declined(code)), code);
        }
        return put(intent.paidWith(method));
    }

    /**
     * {@code pm_card_chargeDeclinedInsufficientFunds} is declined for {@code insufficient_funds}.
     */
    private static String declineCode(String method) {
        String reason = method.substring(DECLINED.length());
        return reason.isEmpty()
                ? "generic_decline"
                : reason.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private PaymentIntent put(PaymentIntent intent) {
        intents.put(intent.id(), intent);
        return intent;
    }

    private static String newId(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
