package org.consumptionaid.localstack;

import java.util.LinkedHashMap;
import java.util.Map;

/** Stripe says no: the HTTP status and the error object of its answer. */
final class StripeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final transient Map<String, Object> error;

    private StripeRefusal(int status, Map<String, Object> error) {
        super(String.valueOf(error.get("message")));
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("error", error);
    }

    static StripeRefusal missing(String parameter) {
        String message = "Missing required param: " + parameter + ".";
        return refusal(
                400, INVALID, message, Map.of("code", "parameter_missing", "param", parameter));
    }

    static StripeRefusal invalid(String parameter, String message) {
        return refusal(
                400, INVALID, message, Map.of("code", "parameter_invalid", "param", parameter));
    }

    static StripeRefusal unknown(String kind, String id, String parameter) {
        String message = "No such " + kind + ": '" + id + "'";
        return refusal(
                404, INVALID, message, Map.of("code", "resource_missing", "param", parameter));
    }

    static StripeRefusal unexpectedState(PaymentIntent intent) {
        String message =
                "This PaymentIntent's status is "
                        + intent.status().wireName()
                        + "; it cannot do that.";
        return refusal(
                400,
                INVALID,
                message,
                Map.of(
                        "code",
                        "payment_intent_unexpected_state",
                        "payment_intent",
                        StripeJson.intent(intent)));
    }

    static StripeRefusal refundTooLarge(PaymentIntent intent) {
        String message =
                "Refund amount is greater than unrefunded amount on charge (%d)"
                        .formatted(intent.refundable());
        return refusal(400, INVALID, message, Map.of("param", "amount"));
    }

    static StripeRefusal declined(PaymentIntent intent, String declineCode) {
        return refusal(
                402,
                "card_error",
                "Your card was declined.",
                Map.of(
                        "code",
                        "card_declined",
                        "decline_code",
                        declineCode,
                        "charge",
                        intent.chargeId(),
                        "payment_intent",
                        StripeJson.intent(intent)));
    }

    static StripeRefusal keyReused(String key) {
        String message =
                "Keys for idempotent requests can only be used with the same parameters they were"
                        + " first used with. Try using a key other than '"
                        + key
                        + "' if you meant to execute a different request.";
        return refusal(400, "idempotency_error", message, Map.of());
    }

    static StripeRefusal withoutApiKey() {
        return refusal(401, INVALID, "You did not provide an API key.", Map.of());
    }

    static StripeRefusal unknownAddress(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path + ").";
        return refusal(404, INVALID, message, Map.of());
    }

    private static StripeRefusal refusal(
            int status, String type, String message, Map<String, Object> details) {
        Map<String, Object> error = new LinkedHashMap<>(details);
        error.put("type", type);
        error.put("message", message);
        return new StripeRefusal(status, error);
    }
}
