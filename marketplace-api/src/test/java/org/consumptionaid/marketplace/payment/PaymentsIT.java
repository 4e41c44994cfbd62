package org.consumptionaid.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.LocalServers;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@MarketplaceTest
class PaymentsIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired private Requests api;

    @Autowired private Market market;

    @LocalServerPort private int port;

    @BeforeEach
    void sendWebhooksHere() {
        LocalServers.STRIPE.sendWebhooksTo("http://127.0.0.1:" + port + "/payments/stripe/webhook");
    }

    @Test
    void paysForTheWeightThatWasAccepted() {
        String order = accepted("buyer", 9_600);

        assertThat(api.get("buyer", "/orders/" + order).number("/acceptedFen")).isEqualTo(3_533);
        market.remit(order);

        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(api.get("buyer", "/orders/" + order).number("/paidFen")).isEqualTo(3_533);
    }

    @Test
    void writesPostingsThatSumToZeroDownToTheCooperativesBenefit() {
        String order = accepted("buyer", 10_000);
        market.remit(order);

        JsonNode entries = api.get("buyer", "/ledger/entries?order=" + order).body().get("items");

        assertThat(entries.size()).isEqualTo(2);
        long benefit = 0;
        for (JsonNode entry : entries) {
            long sum = 0;
            for (JsonNode posting : entry.get("postings")) {
                sum += posting.get("amountFen").asLong();
                if (posting.get("account").asString().endsWith("/benefit")) {
                    benefit += posting.get("amountFen").asLong();
                }
            }
            assertThat(sum).isZero();
        }
        assertThat(benefit).isEqualTo(3_680);
    }

    @Test
    void paysTheCooperativeOut() {
        String order = accepted("buyer", 10_000);
        market.remit(order);
        long before = api.get("cooperative", "/ledger/benefits").number("/items/0/paidOutFen");

        market.settle(order);

        assertThat(market.state(order)).isEqualTo("SETTLED");
        assertThat(
                        api.get("cooperative", "/ledger/benefits").number("/items/0/paidOutFen")
                                - before)
                .isEqualTo(3_680);
    }

    @Test
    void marksAnOrderPaidWhenTheCardCompanySaysSo() {
        String order = accepted("canteen", 10_000);

        Answer payment =
                market.step(
                        "canteen", order, "card-payments", Map.of("paymentMethod", "pm_card_visa"));

        assertThat(payment.text("/state")).isIn("PENDING", "SUCCEEDED");
        await().atMost(SOON).until(() -> market.state(order).equals("PAID"));
        assertThat(api.get("canteen", "/payments?order=" + order).text("/items/0/state"))
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void tellsThePayerWhyACardWasRefused() {
        String order = accepted("canteen", 10_000);

        Answer payment =
                market.step(
                        "canteen",
                        order,
                        "card-payments",
                        Map.of("paymentMethod", "pm_card_chargeDeclined"));

        assertThat(payment.text("/state")).isEqualTo("FAILED");
        assertThat(payment.text("/reason")).isNotEmpty();
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
    }

    @Test
    void booksABankReferenceOnce() {
        String order = accepted("buyer", 10_000);
        Map<String, Object> half =
                Map.of("amountFen", 1_000, "payerName", "甲", "bankReference", UUID.randomUUID());
        market.step("operator", order, "remittances", half);

        Answer again = api.post("operator", "/orders/" + order + "/remittances", half);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).endsWith("bank-reference-used");
        assertThat(api.get("buyer", "/orders/" + order).number("/paidFen")).isEqualTo(1_000);
    }

    @Test
    void refusesMoreMoneyThanIsDue() {
        String order = accepted("buyer", 9_600);

        Answer refused =
                api.post(
                        "operator",
                        "/orders/" + order + "/remittances",
                        Map.of(
                                "amountFen",
                                3_680,
                                "payerName",
                                "甲",
                                "bankReference",
                                UUID.randomUUID()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.number("/mostFen")).isEqualTo(3_533);
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
    }

    @Test
    void takesNoEventWithoutAValidSignature() {
        Answer refused =
                api.send(
                        "",
                        HttpMethod.POST,
                        "/payments/stripe/webhook",
                        Map.of("Stripe-Signature", "t=1,v1=00"),
                        "{\"id\":\"evt_1\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/type")).endsWith("bad-signature");
    }

    private String accepted(String buyer, long grams) {
        String order = market.order(buyer, market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept(buyer, order, grams);
        return order;
    }
}
