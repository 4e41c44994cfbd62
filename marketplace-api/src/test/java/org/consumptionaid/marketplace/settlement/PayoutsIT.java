package org.consumptionaid.marketplace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What cooperatives are paid, from the closed return window to the money that came back. */
@MarketplaceTest
@Import(MovableClock.class)
class PayoutsIT {
    private static final Duration WINDOW = Duration.ofDays(8);

    @Autowired private Requests api;

    @Autowired private Market market;

    @Autowired private MovableClock clock;

    @AfterEach
    void leaveNoBatchOpen() {
        for (JsonNode batch : api.get("operator", "/payout-batches").body().get("items")) {
            if (batch.get("state").asString().equals("PREPARED")) {
                cancel(batch.get("id").asString());
            }
        }
    }

    @Test
    void paysNothingBeforeTheReturnWindowIsClosed() {
        later();
        Answer before = api.post("operator", "/payout-batches", Map.of());
        if (before.status() == 201) {
            released(before);
        }
        String order = paid();

        assertThat(api.post("operator", "/payout-batches", Map.of()).text("/type"))
                .endsWith("nothing-payable");
        assertThat(market.state(order)).isEqualTo("PAID");
    }

    @Test
    void settlesOrdersOnceTwoPeopleHaveReleasedTheirBatch() {
        String order = paid();
        later();
        long paidOut = benefit("paidOutFen");
        long owed = owed();
        Answer batch = prepare();
        assertThat(batch.text("/number")).matches("B[0-9]{8}");
        assertThat(batch.body().get("payouts").toString()).contains(order);
        assertThat(file(batch).status()).isEqualTo(409);

        Answer first = release("operator", batch, batch.text("/sha256"));
        assertThat(first.text("/state")).isEqualTo("PREPARED");
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(release("operator", batch, batch.text("/sha256")).text("/type"))
                .endsWith("second-person-needed");
        assertThat(release("operator2", batch, "0".repeat(64)).text("/type"))
                .endsWith("other-file");
        Answer second = release("operator2", batch, batch.text("/sha256"));

        assertThat(second.text("/state")).isEqualTo("RELEASED");
        assertThat(second.text("/firstReleaseBy")).isNotEqualTo(second.text("/secondReleaseBy"));
        assertThat(market.state(order)).isEqualTo("SETTLED");
        assertThat(benefit("paidOutFen") - paidOut).isEqualTo(owed);
        assertThat(release("operator2", batch, batch.text("/sha256")).text("/type"))
                .endsWith("batch-decided");
    }

    @Test
    void bindsTheFileToItsHashAndOpensTheAccountsNowhereElse() {
        paid();
        later();
        Answer batch = released(prepare());

        byte[] bytes = api.download("operator", "/payout-batches/" + batch.text("/id") + "/file");

        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(BatchFile.sha256(text)).isEqualTo(batch.text("/sha256"));
        assertThat(text)
                .contains("6200000000000000026")
                .contains("货款 " + batch.text("/number") + "-1");
        assertThat(batch.body().toString()).doesNotContain("6200000000000000026");
    }

    @Test
    void takesBackWhatTheBankSentBackAndPaysItAgain() {
        String order = paid();
        later();
        long paidOut = benefit("paidOutFen");
        Answer batch = released(prepare());
        String payout = payoutOf(batch, order).get("id").asString();
        long amount = payoutOf(batch, order).get("amountFen").asLong();

        Answer back = bounce(payout);

        assertThat(payoutOf(back, order).get("bouncedFor").asString()).isEqualTo("户名不符");
        assertThat(market.state(order)).isEqualTo("PAID");
        assertThat(benefit("paidOutFen"))
                .isEqualTo(paidOut + batch.number("/totalFen") - amount - others(batch, payout));
        assertThat(bounce(payout).text("/type")).endsWith("not-paid-out");
        Answer again = released(prepare());
        assertThat(payoutOf(again, order).get("amountFen").asLong()).isEqualTo(amount);
        assertThat(market.state(order)).isEqualTo("SETTLED");
    }

    @Test
    void freesTheOrdersOfACancelledBatch() {
        String order = paid();
        later();
        Answer batch = prepare();
        assertThat(api.post("operator2", "/payout-batches", Map.of()).text("/type"))
                .endsWith("batch-under-way");

        assertThat(cancel(batch.text("/id")).text("/state")).isEqualTo("CANCELLED");

        assertThat(payoutOf(prepare(), order).isMissingNode()).isFalse();
    }

    @Test
    void releasesNothingOfABatchOneOfWhoseOrdersIsNoLongerPaid() {
        String order = order();
        String line = market.remitByStatement(order);
        later();
        Answer batch = prepare();
        api.post("operator", "/bank-lines/" + line + "/reversal", Map.of("reason", "入错账"));
        release("operator", batch, batch.text("/sha256"));

        Answer refused = release("operator2", batch, batch.text("/sha256"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(market.state(order)).isEqualTo("ACCEPTED");
        assertThat(api.get("operator", "/payout-batches/" + batch.text("/id")).text("/state"))
                .isEqualTo("PREPARED");
    }

    private String order() {
        String order = market.order("buyer", market.list("cooperative", 10), 1);
        market.ship("cooperative", order);
        market.accept("buyer", order, 10_000);
        return order;
    }

    private String paid() {
        String order = order();
        market.remit(order);
        return order;
    }

    private void later() {
        clock.forward(WINDOW);
        api.signOut();
    }

    private Answer prepare() {
        Answer batch = api.post("operator", "/payout-batches", Map.of());
        assertThat(batch.status()).as(batch.body().toString()).isEqualTo(201);
        return batch;
    }

    private Answer released(Answer batch) {
        release("operator", batch, batch.text("/sha256"));
        Answer released = release("operator2", batch, batch.text("/sha256"));
        assertThat(released.text("/state")).as(released.body().toString()).isEqualTo("RELEASED");
        return released;
    }

    private Answer release(String who, Answer batch, String sha256) {
        return api.post(
                who, "/payout-batches/" + batch.text("/id") + "/release", Map.of("sha256", sha256));
    }

    private Answer cancel(String batch) {
        return api.post(
                "operator", "/payout-batches/" + batch + "/cancellation", Map.of("reason", "重做"));
    }

    private Answer bounce(String payout) {
        return api.post(
                "operator2",
                "/payouts/" + payout + "/bounce",
                Map.of("reason", "户名不符", "bankReference", "T" + UUID.randomUUID()));
    }

    private Answer file(Answer batch) {
        return api.get("operator", "/payout-batches/" + batch.text("/id") + "/file");
    }

    /** What of the batch went to other cooperatives than this pay-out's. */
    private static long others(Answer batch, String payout) {
        long fen = 0;
        for (JsonNode one : batch.body().get("payouts")) {
            fen += one.get("id").asString().equals(payout) ? 0 : one.get("amountFen").asLong();
        }
        return fen;
    }

    private static JsonNode payoutOf(Answer batch, String order) {
        for (JsonNode payout : batch.body().get("payouts")) {
            if (payout.get("orders").toString().contains(order)) {
                return payout;
            }
        }
        return MissingNode.getInstance();
    }

    private long benefit(String field) {
        return api.get("cooperative", "/ledger/benefits").number("/items/0/" + field);
    }

    /** What the cooperative would get of the next batch. */
    private long owed() {
        for (JsonNode item : api.get("operator", "/payouts/payable").body().get("items")) {
            if (item.get("organisationId")
                    .asString()
                    .equals(api.get("cooperative", "/me").text("/organisationId"))) {
                return item.get("amountFen").asLong();
            }
        }
        return 0;
    }
}
