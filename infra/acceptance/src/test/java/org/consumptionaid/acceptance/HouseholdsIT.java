package org.consumptionaid.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a benefit rule to the fen a household received, and the proof of it. */
class HouseholdsIT extends OnBrowser {
    private static final Api API = new Api(SharedStack.STACK.apiUrl());

    @Test
    void aHouseholdIsPaidByItsWeighingSlipAndAnyoneEntitledSeesAndProvesIt() {
        String product = "会宁洋芋" + UUID.randomUUID().toString().substring(0, 6);
        String productId = list(product);
        Page cooperative = browser.signedIn("cooperative", Browser.PHONE);
        writeRule(cooperative, product);
        Page county = browser.signedIn("county", Browser.DESK);
        String household = household(county);
        String order = order(productId);
        String evidence = "磅单 " + UUID.randomUUID();
        claim(cooperative, household, product, evidence);
        county.navigate("/claims?state=PROPOSED");
        checkShown(county);
        county.getByTestId("claim").filter(withText(evidence)).getByTestId("confirm-claim").click();
        assertThat(county.getByTestId("toast").first()).isVisible();
        pay(order);

        Page buyer = browser.signedIn("buyer", Browser.DESK);
        buyer.navigate("/orders/" + order);

        assertThat(buyer.getByTestId("flow").filter(withText(household))).containsText("15.00");
        assertThat(buyer.getByTestId("flows-chart").locator("canvas")).isVisible();
        checkShown(buyer);
        for (int i = 0; i < 20 && buyer.getByTestId("proof").count() < 3; i++) {
            buyer.waitForTimeout(300);
            buyer.reload();
        }
        buyer.getByTestId("proof").last().click();
        assertThat(buyer.getByTestId("canonical")).containsText(household);
        checkShown(buyer);
        county.navigate("/households");
        assertThat(county.getByTestId("household").filter(withText(household)))
                .containsText("15.00");
    }

    @Test
    void everyPageOfTheLedgerIsUsableByKeyboardAndScreenReaderAndOnAPhone() {
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            check(browser.window(width, "zh-CN"), List.of("/figures", "/seals"));
            check(browser.signedIn("cooperative", width), List.of("/benefit-rules", "/claims"));
            check(
                    browser.signedIn("county", width),
                    List.of("/households", "/claims", "/findings"));
            check(browser.signedIn("auditor", width), List.of("/seals", "/claims"));
        }
    }

    private static String list(String product) {
        return API.post(
                        "cooperative",
                        "/products",
                        Map.ofEntries(
                                Map.entry("name", product),
                                Map.entry("category", "tuber"),
                                Map.entry("unit", "箱"),
                                Map.entry("netWeightGrams", 10_000),
                                Map.entry("priceFen", 3_680),
                                Map.entry("seasonFrom", 1),
                                Map.entry("seasonTo", 12),
                                Map.entry("available", 40)))
                .body()
                .get("id")
                .asString();
    }

    private static void writeRule(Page cooperative, String product) {
        cooperative.navigate("/benefit-rules");
        cooperative.getByTestId("rule-product").selectOption(new SelectOption().setLabel(product));
        cooperative.getByTestId("share-PURCHASE").fill("60");
        cooperative.getByTestId("share-MARGIN").fill("30");
        cooperative.getByTestId("share-FREIGHT").fill("10");
        cooperative.getByTestId("add-rule").click();
        assertThat(cooperative.getByTestId("rule").filter(withText(product))).isVisible();
        checkShown(cooperative);
    }

    private static String household(Page county) {
        county.navigate("/households");
        county.getByTestId("add-household").click();
        Locator household = county.getByTestId("household").first();
        String code = household.getByTestId("household-code").innerText();
        household.getByTestId("plot-form").click();
        household.getByTestId("plot-produce").fill("洋芋");
        household.getByTestId("plot-season").fill("2026");
        household.getByTestId("plot-kilograms").fill("800");
        household.getByTestId("plot-evidence").fill("确权证 12");
        household.getByTestId("add-plot").click();
        assertThat(household.getByTestId("plot")).hasCount(1);
        checkShown(county);
        return code;
    }

    private static void claim(Page cooperative, String household, String product, String evidence) {
        cooperative.navigate("/claims");
        cooperative.getByTestId("claim-household").fill(household);
        cooperative.getByTestId("new-claim").click();
        cooperative.getByTestId("claim-evidence").fill(evidence);
        String lot =
                cooperative
                        .getByTestId("claim-lot")
                        .locator("option")
                        .filter(withText(product))
                        .getAttribute("value");
        cooperative.getByTestId("claim-lot").selectOption(lot);
        cooperative.getByTestId("claim-kilograms").fill("10");
        cooperative.getByTestId("claim-price").fill("1.50");
        checkShown(cooperative);
        cooperative.getByTestId("add-claim").click();
        assertThat(cooperative.getByTestId("claim").filter(withText(evidence)))
                .containsText("15.00");
        checkShown(cooperative);
    }

    private static String order(String product) {
        String order =
                API.post(
                                "buyer",
                                "/orders",
                                Map.of(
                                        "lines",
                                        List.of(Map.of("productId", product, "quantity", 1))))
                        .body()
                        .at("/orders/0/id")
                        .asString();
        API.post("cooperative", "/orders/" + order + "/confirmation", Map.of());
        API.post("cooperative", "/orders/" + order + "/shipment", Map.of());
        return order;
    }

    private static void pay(String order) {
        API.post(
                "buyer",
                "/orders/" + order + "/acceptance",
                Map.of("lines", List.of(Map.of("line", 1, "acceptedGrams", 10_000))));
        API.post(
                "operator",
                "/orders/" + order + "/remittances",
                Map.of(
                        "amountFen",
                        3_680,
                        "payerName",
                        "国库集中支付中心",
                        "bankReference",
                        UUID.randomUUID().toString()));
    }
}
