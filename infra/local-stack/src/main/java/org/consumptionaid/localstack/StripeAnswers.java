package org.consumptionaid.localstack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers requests as Stripe does: by address, once for each idempotency key. */
final class StripeAnswers implements ResponseDefinitionTransformerV2 {

    static final String NAME = "stripe";

    /** What stripe-java 33.3.0 speaks; a request that names its version is answered in that one. */
    static final String DEFAULT_API_VERSION = "2026-07-29.dahlia";

    private static final int MAX_REMEMBERED_KEYS = 10_000;
    private static final Pattern INTENT = Pattern.compile("/v1/payment_intents/(pi_\\w+)");
    private static final Pattern CONFIRMATION =
            Pattern.compile("/v1/payment_intents/(pi_\\w+)/confirm");

    private final StripeAccount account;
    private final StripeWebhook webhook;
    private final Runnable afterChange;
    private final Map<String, Remembered> byKey = new Memory();

    StripeAnswers(StripeAccount account, StripeWebhook webhook, Runnable afterChange) {
        this.account = account;
        this.webhook = webhook;
        this.afterChange = afterChange;
    }

    /** A status and a JSON body. */
    private record Answer(int status, String body) {}

    /** The answer to a key, and the request that got it. */
    private record Remembered(String request, Answer answer) {}

    /** Forgets the oldest key first. */
    private static final class Memory extends LinkedHashMap<String, Remembered> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MAX_REMEMBERED_KEYS;
        }
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    /** Keeps the delay or fault of the stub, so that a test can lose the answer to a payment. */
    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Answer answer = answer(event.getRequest());
        return ResponseDefinitionBuilder.like(event.getResponseDefinition())
                .withStatus(answer.status())
                .withHeader("Content-Type", "application/json")
                .withHeader("Request-Id", "req_" + event.getId().toString().replace("-", ""))
                .withBody(answer.body())
                .build();
    }

    private synchronized Answer answer(Request request) {
        try {
            return once(request);
        } catch (StripeRefusal refusal) {
            return new Answer(refusal.status(), StripeJson.write(refusal.body()));
        }
    }

    private Answer once(Request request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || !request.getMethod().equals(RequestMethod.POST)) {
            return act(request);
        }
        String content = request.getUrl() + "\n" + request.getBodyAsString();
        Remembered known = byKey.get(key);
        if (known == null) {
            Answer answer = act(request);
            byKey.put(key, new Remembered(content, answer));
            return answer;
        }
        if (!known.request().equals(content)) {
            throw StripeRefusal.keyReused(key);
        }
        return known.answer();
    }

    /** A decline is an answer like any other: it is kept for the key. */
    private Answer act(Request request) {
        try {
            return new Answer(200, StripeJson.write(route(request)));
        } catch (StripeRefusal refusal) {
            return new Answer(refusal.status(), StripeJson.write(refusal.body()));
        } finally {
            if (request.getMethod().equals(RequestMethod.POST)) {
                afterChange.run();
            }
        }
    }

    private Map<String, Object> route(Request request) {
        if (!request.containsHeader("Authorization")) {
            throw StripeRefusal.withoutApiKey();
        }
        String path = URI.create(request.getUrl()).getPath();
        StripeForm form = StripeForm.parse(request.getBodyAsString());
        Matcher confirmation = CONFIRMATION.matcher(path);
        Matcher intent = INTENT.matcher(path);
        String call = request.getMethod().getName() + " " + path;
        if (call.equals("POST /v1/payment_intents")) {
            return announced(account.create(form), request);
        }
        if (call.equals("POST /v1/refunds")) {
            return StripeJson.refund(account.refund(form));
        }
        if (call.startsWith("POST") && confirmation.matches()) {
            return announced(account.confirm(confirmation.group(1), form), request);
        }
        if (call.startsWith("GET") && intent.matches()) {
            return StripeJson.intent(account.find(intent.group(1)));
        }
        throw StripeRefusal.unknownAddress(request.getMethod().getName(), path);
    }

    private Map<String, Object> announced(PaymentIntent intent, Request request) {
        Map<String, Object> json = StripeJson.intent(intent);
        if (intent.isPaid()) {
            String version = versionOr(request.getHeader("Stripe-Version"));
            webhook.send(
                    StripeJson.write(
                            StripeJson.event(
                                    "evt_" + UUID.randomUUID().toString().replace("-", ""),
                                    "payment_intent.succeeded",
                                    version,
                                    intent.created(),
                                    json)));
        }
        return json;
    }

    private static String versionOr(@Nullable String asked) {
        return asked == null ? DEFAULT_API_VERSION : asked;
    }
}
