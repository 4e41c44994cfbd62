package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** A cooperative's prices by quantity and kind of buyer, and what a buyer sees of them. */
class OfferFormsTest extends OnFakeApi {

    private static final String PAGE = "/listing/prod-0/offers";

    @Test
    void sendsAnOfferInGramsAndFen() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post(
                                PAGE,
                                PAGE,
                                Map.of(
                                        "idempotencyKey", "key-1",
                                        "buyerKind", "SCHOOL",
                                        "minKg", "0.5",
                                        "yuanPerKg", "3.40",
                                        "validFromOn", "2026-12-01",
                                        "validToOn", ""));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(PAGE));
        Call sent = last("POST", "/products/prod-0/offers");
        assertThat(sent.key()).isEqualTo("key-1");
        assertThat(sent.body())
                .contains(
                        "\"buyerKind\":\"SCHOOL\"",
                        "\"minGrams\":500",
                        "\"fenPerKg\":340",
                        "\"validFromOn\":\"2026-12-01\"")
                .doesNotContain("\"validToOn\":\"");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        API.refuse("POST /products/prod-0/offers", 409, "offer-overlaps", "这些日子里已有报价。");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post(
                                PAGE,
                                PAGE,
                                Map.of(
                                        "idempotencyKey", "key-1",
                                        "minKg", "123.5",
                                        "yuanPerKg", "3.40"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("这些日子里已有报价。", "value=\"123.5\"");
    }

    @Test
    void endsAnOffer() {
        signedIn("cooperative", "zh-CN")
                .post(PAGE, PAGE + "/of1/ending", Map.of("idempotencyKey", "key-2"));

        assertThat(last("POST", "/products/prod-0/offers/of1/ending").key()).isEqualTo("key-2");
    }

    @Test
    void showsThePriceBesideItsReferenceAndItsReason() {
        assertThat(browser("zh-CN").get("/products/prod-0").body())
                .contains("参考价 ¥4.00/公斤：菠菜，2023年6月，一家商超", "高于限价的理由：有机认证", "某来源")
                .containsPattern("id=\"prices-chart\"[^>]*data-lines=\"[^\"]*976");
        assertThat(browser("zh-CN").get("/products/prod-4").body())
                .contains("12 笔已付款成交的中位数（2026年10月2日 至 2026年11月20日）")
                .doesNotContain("高于限价的理由");
    }

    @Test
    void showsTheStepsOfTheBuyersKind() {
        assertThat(signedIn("buyer", "zh-CN").get("/products/prod-0").body())
                .contains("阶梯价（预算单位）", "100 公斤", "¥45.00", "¥9.00");
    }
}
