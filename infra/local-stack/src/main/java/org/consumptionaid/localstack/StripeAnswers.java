package org.consumptionaid.localstack;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Instant;
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
    private static final Pattern CANCELLATION =
            Pattern.compile("/v1/payment_intents/(pi_\\w+)/cancel");
    private static final Pattern PAGE = Pattern.compile("/pay/(pi_\\w+)(/yes|/no)?");
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

    /**
     * A status and a body.
     *
     * @param location where a page sends its reader, or null
     */
    private record Answer(int status, String type, String body, @Nullable String location) {

        static Answer json(int status, Map<String, Object> body) {
            return new Answer(status, "application/json", StripeJson.write(body), null);
        }
    }

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
        ResponseDefinitionBuilder response =
                ResponseDefinitionBuilder.like(event.getResponseDefinition())
                        .withStatus(answer.status())
                        .withHeader("Content-Type", answer.type())
                        .withHeader(
                                "Request-Id", "req_" + event.getId().toString().replace("-", ""))
                        .withBody(answer.body());
        String location = answer.location();
        return (location == null ? response : response.withHeader("Location", location)).build();
    }

    private synchronized Answer answer(Request request) {
        try {
            Matcher page = PAGE.matcher(URI.create(request.getUrl()).getPath());
            return page.matches() ? page(page.group(1), page.group(2), request) : once(request);
        } catch (StripeRefusal refusal) {
            return Answer.json(refusal.status(), refusal.body());
        }
    }

    /** Where a wallet's payer is asked, and what the answer leads to. */
    private Answer page(String id, @Nullable String said, Request request) {
        PaymentIntent intent = account.find(id);
        if (said == null) {
            String body =
                    """
                    <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,"><title>演示钱包</title>
                    <main><h1>演示钱包</h1><p>¥%.2f</p><p><a id="pay" href="/pay/%s/yes">付款</a> <a href="/pay/%s/no">不付</a></p></main></html>
                    """
                            .formatted(intent.amount() / 100.0, id, id);
            return new Answer(200, "text/html; charset=utf-8", body, null);
        }
        PaymentIntent answered = account.answered(id, said.equals("/yes"));
        afterChange.run();
        announced(answered, request);
        String back = answered.returnUrl();
        return back == null
                ? new Answer(200, "text/html; charset=utf-8", "<!DOCTYPE html>OK", null)
                : new Answer(302, "text/html", "", back);
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
            return Answer.json(200, route(request));
        } catch (StripeRefusal refusal) {
            return Answer.json(refusal.status(), refusal.body());
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
        Matcher cancellation = CANCELLATION.matcher(path);
        if (call.equals("POST /v1/refunds")) {
            Map<String, Object> refund = StripeJson.refund(account.refund(form));
            tell("refund.updated", refund, request);
            return refund;
        }
        if (call.equals("GET /v1/refunds")) {
            return StripeJson.list(
                    account.refundsOf(query(request).required("payment_intent")).stream()
                            .map(StripeJson::refund)
                            .toList(),
                    "list");
        }
        if (call.equals("GET /v1/payment_intents/search")) {
            return StripeJson.list(
                    account.search(query(request).required("query")).stream()
                            .map(found -> StripeJson.intent(found, base(request)))
                            .toList(),
                    "search_result");
        }
        if (call.startsWith("POST") && cancellation.matches()) {
            return announced(account.cancel(cancellation.group(1)), request);
        }
        if (call.startsWith("POST") && confirmation.matches()) {
            return announced(account.confirm(confirmation.group(1), form), request);
        }
        if (call.startsWith("GET") && intent.matches()) {
            return StripeJson.intent(account.find(intent.group(1)), base(request));
        }
        throw StripeRefusal.unknownAddress(request.getMethod().getName(), path);
    }

    private Map<String, Object> announced(PaymentIntent intent, Request request) {
        Map<String, Object> json = StripeJson.intent(intent, base(request));
        switch (intent.status()) {
            case SUCCEEDED -> tell("payment_intent.succeeded", json, request);
            case CANCELED -> tell("payment_intent.canceled", json, request);
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION -> {}
        }
        return json;
    }

    private void tell(String type, Map<String, Object> subject, Request request) {
        webhook.send(
                StripeJson.write(
                        StripeJson.event(
                                "evt_" + UUID.randomUUID().toString().replace("-", ""),
                                type,
                                versionOr(request.getHeader("Stripe-Version")),
                                Instant.now().getEpochSecond(),
                                subject)));
    }

    private static StripeForm query(Request request) {
        String query = URI.create(request.getUrl()).getRawQuery();
        return StripeForm.parse(query == null ? "" : query);
    }

    private static String base(Request request) {
        URI asked = URI.create(request.getAbsoluteUrl());
        return asked.getScheme() + "://" + asked.getAuthority();
    }

    private static String versionOr(@Nullable String asked) {
        return asked == null ? DEFAULT_API_VERSION : asked;
    }
}
