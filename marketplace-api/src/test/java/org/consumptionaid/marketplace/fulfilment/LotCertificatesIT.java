package org.consumptionaid.marketplace.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.CheckedNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketplaceTest
class LotCertificatesIT {
    @Autowired private Requests api;
    @Autowired private Market market;

    @Test
    void issuesACertificateForEveryLotThatIsShippedAsBefore() {
        String product = market.list("cooperative", 10);
        String order = confirmed(product);

        market.step("cooperative", order, "shipment", Map.of());

        Answer lots = api.get("buyer", "/orders/" + order + "/lots");
        assertThat(lots.body().get("items")).hasSize(1);
        assertThat(lots.body().at("/items/0/certified").asBoolean()).isTrue();
        Answer lot = api.get("", "/lots/" + lots.text("/items/0/number").toLowerCase(Locale.ROOT));
        assertThat(lot.status()).isEqualTo(200);
        assertThat(lot.text("/productId")).isEqualTo(product);
        assertThat(lot.number("/grams")).isEqualTo(20_000);
        assertThat(lot.number("/quantity")).isEqualTo(2);
        assertThat(lot.text("/countyName")).isEqualTo("会宁县");
        assertThat(lot.text("/producer")).contains("会宁");
        assertThat(lot.text("/basis/0")).isEqualTo("SELF_PROMISE");
        assertThat(lot.body().get("promises")).hasSize(3);
        assertThat(lot.body().toString()).doesNotContain("税务").doesNotContain(order);
        assertThat(api.get("", "/products/" + product + "/lots").text("/items/0/number"))
                .isEqualTo(lot.text("/number"));
    }

    @Test
    void saysWhatThePromiseRestsOn() {
        String order = confirmed(market.list("cooperative", 10));
        Map<String, Object> certificate =
                Map.of(
                        "basis",
                        List.of("SELF_TEST", "COMMISSIONED_TEST"),
                        "contact",
                        "0943-3210000");

        market.step("cooperative", order, "shipment", Map.of("certificate", certificate));

        Answer lot = api.get("", "/lots/" + number(order));
        assertThat(lot.body().get("basis").toString())
                .isEqualTo("[\"SELF_TEST\",\"COMMISSIONED_TEST\"]");
        assertThat(lot.text("/contact")).isEqualTo("0943-3210000");
    }

    @Test
    void shipsNoLotWithoutACertificate() {
        String order = confirmed(market.list("cooperative", 10));

        Answer refused =
                api.post(
                        "cooperative",
                        "/orders/" + order + "/shipment",
                        Map.of("certificate", Map.of("basis", List.of())));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith(":lot-certificate-missing");
        assertThat(market.state(order)).isEqualTo("CONFIRMED");
        assertThat(api.get("buyer", "/orders/" + order + "/lots").body().get("items")).isEmpty();
    }

    @Test
    void tellsAMistypedNumberFromAnUnknownOne() {
        assertThat(api.get("", "/lots/P00000421").text("/type")).endsWith(":not-a-lot-number");
        assertThat(api.get("", "/lots/" + unknownNumber()).status()).isEqualTo(404);
    }

    @Test
    void showsTheLotsOfAnOrderToItsTwoSidesOnly() {
        String order = confirmed(market.list("cooperative", 10));

        assertThat(api.get("cooperative", "/orders/" + order + "/lots").status()).isEqualTo(200);
        assertThat(api.get("buyer2", "/orders/" + order + "/lots").status()).isEqualTo(404);
        assertThat(api.get("cooperative2", "/orders/" + order + "/lots").status()).isEqualTo(404);
    }

    private String confirmed(String product) {
        String order = market.order("buyer", product, 2);
        market.step("cooperative", order, "confirmation", Map.of());
        return order;
    }

    private String number(String order) {
        return api.get("buyer", "/orders/" + order + "/lots").text("/items/0/number");
    }

    private static String unknownNumber() {
        return CheckedNumber.of('P', 9_999_999);
    }
}
