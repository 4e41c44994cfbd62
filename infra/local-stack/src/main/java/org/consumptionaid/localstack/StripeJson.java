package org.consumptionaid.localstack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's objects as it writes them, as far as a marketplace reads them. */
final class StripeJson {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private StripeJson() {}

    static String write(Map<String, Object> object) {
        return MAPPER.writeValueAsString(object);
    }

    /** Without the page on which a wallet's payer is asked. */
    static Map<String, Object> intent(PaymentIntent intent) {
        return intent(intent, "");
    }

    /**
     * @param base address of this stand-in
     */
    static Map<String, Object> intent(PaymentIntent intent, String base) {
        Map<String, Object> json = object("payment_intent", intent.id(), intent.created());
        json.put("amount", intent.amount());
        json.put("amount_capturable", 0);
        json.put("amount_received", intent.isPaid() ? intent.amount() : 0);
        json.put("capture_method", "automatic");
        json.put("client_secret", intent.id() + "_secret_standin");
        json.put("confirmation_method", "automatic");
        json.put("currency", intent.currency());
        json.put("description", intent.description());
        json.put("last_payment_error", lastError(intent));
        json.put("latest_charge", intent.isPaid() ? intent.chargeId() : null);
        json.put("metadata", intent.metadata());
        json.put("payment_method", intent.paymentMethod());
        json.put("next_action", nextAction(intent, base));
        json.put("payment_method_types", List.of("card", "alipay", "wechat_pay"));
        json.put("status", intent.status().wireName());
        return json;
    }

    private static @Nullable Map<String, Object> nextAction(PaymentIntent intent, String base) {
        if (intent.status() != PaymentIntent.Status.REQUIRES_ACTION) {
            return null;
        }
        String page = base + "/pay/" + intent.id();
        return "wechat_pay".equals(intent.paymentMethod())
                ? Map.of(
                        "type",
                        "wechat_pay_display_qr_code",
                        "wechat_pay_display_qr_code",
                        Map.of("data", page, "hosted_instructions_url", page))
                : Map.of(
                        "type",
                        "alipay_handle_redirect",
                        "alipay_handle_redirect",
                        Map.of("url", page));
    }

    static Map<String, Object> list(List<Map<String, Object>> data, String kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("object", kind);
        json.put("data", data);
        json.put("has_more", false);
        return json;
    }

    private static @Nullable Map<String, Object> lastError(PaymentIntent intent) {
        String decline = intent.declineCode();
        return decline == null
                ? null
                : Map.of(
                        "type", "card_error",
                        "code", "card_declined",
                        "decline_code", decline,
                        "message", "Your card was declined.");
    }

    static Map<String, Object> refund(Refund refund) {
        Map<String, Object> json = object("refund", refund.id(), refund.created());
        json.put("amount", refund.amount());
        json.put("charge", refund.paymentIntent().replaceFirst("^pi_", "ch_"));
        json.put("currency", refund.currency());
        json.put("metadata", refund.metadata());
        json.put("payment_intent", refund.paymentIntent());
        json.put("reason", refund.reason());
        json.put("status", "succeeded");
        return json;
    }

    static Map<String, Object> event(
            String id, String type, String apiVersion, long created, Map<String, Object> subject) {
        Map<String, Object> json = object("event", id, created);
        json.put("api_version", apiVersion);
        json.put("data", Map.of("object", subject));
        json.put("pending_webhooks", 1);
        json.put("type", type);
        return json;
    }

    private static Map<String, Object> object(String kind, String id, long created) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("object", kind);
        json.put("created", created);
        json.put("livemode", false);
        return json;
    }
}
