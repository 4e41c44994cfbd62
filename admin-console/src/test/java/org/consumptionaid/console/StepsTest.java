package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** What the forms send to the API, and what they show when it refuses. */
class StepsTest extends OnFakeApi {

    @Test
    void signsInWithAFreshSessionAndSpeaksForThePerson() {
        Browser buyer = browser("zh-CN");
        buyer.get("/sign-in");
        String before = buyer.session();

        HttpResponse<String> answer =
                buyer.post(
                        "/sign-in",
                        "/sign-in",
                        Map.of("username", "buyer", "password", "secret", "return", "/orders"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders"));
        assertThat(buyer.session()).isNotEmpty().isNotEqualTo(before);
        buyer.get("/orders");
        assertThat(last("GET", "/orders").authorization()).startsWith("Bearer ");
    }

    @Test
    void neverReturnsToAnotherSite() {
        HttpResponse<String> answer =
                browser("zh-CN")
                        .post(
                                "/sign-in",
                                "/sign-in",
                                Map.of(
                                        "username",
                                        "buyer",
                                        "password",
                                        "secret",
                                        "return",
                                        "//evil.example"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/home"));
    }

    @Test
    void showsWhyASignInFailed() {
        API.refuse("POST /auth/token", 429, "too-many-attempts", "尝试太多，请 15 分钟后再试。");

        HttpResponse<String> answer = browser("zh-CN").signIn("buyer");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("尝试太多，请 15 分钟后再试。", "value=\"buyer\"");
    }

    @Test
    void ordersWithTheKeyOfTheRenderedForm() {
        signedIn("buyer", "zh-CN")
                .post(
                        "/cart",
                        "/cart/orders",
                        Map.of(
                                "idempotencyKey",
                                "key-1",
                                "productId",
                                "prod-0",
                                "quantity",
                                "12",
                                "terms",
                                "GOODS_FIRST",
                                "deliverOn",
                                "2026-11-30"));

        Call order = last("POST", "/orders");
        assertThat(order.key()).isEqualTo("key-1");
        assertThat(order.body())
                .contains("\"productId\":\"prod-0\"", "\"quantity\":12", "\"2026-11-30\"");
    }

    @Test
    void keepsTheCartWhenAnOrderIsRefused() {
        Browser buyer = signedIn("buyer", "zh-CN");
        API.refuse("POST /orders", 409, "out-of-stock", "只剩 1 袋。");

        HttpResponse<String> answer =
                buyer.post(
                        "/cart",
                        "/cart/orders",
                        Map.of(
                                "idempotencyKey",
                                "key-1",
                                "productId",
                                "prod-0",
                                "quantity",
                                "12",
                                "terms",
                                "PAY_FIRST",
                                "deliverTo",
                                "一号楼"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("只剩 1 袋。", "value=\"一号楼\"");
    }

    @Test
    void postsABankLineInPartsAndLeavesOutOrdersWithoutAnAmount() {
        signedIn("operator", "zh-CN")
                .post(
                        "/reconciliation",
                        "/reconciliation/lines/l1/assignment",
                        Map.of("idempotencyKey", "k", "orderId", "a,b", "amount", "575.84,0"));

        assertThat(last("POST", "/bank-lines/l1/assignment").body())
                .isEqualTo(
                        "{\"parts\":[{\"orderId\":\"a\",\"orderNumber\":null,\"amountFen\":57584}]}");
    }

    @Test
    void keepsADeclarationThatIsRefused() {
        Browser buyer = signedIn("buyer", "zh-CN");
        API.refuse("POST /payer-declarations", 409, "payer-declared-already", "已经申报过。");

        buyer.post(
                "/payments",
                "/payments/declarations",
                Map.of(
                        "idempotencyKey",
                        "k",
                        "payerName",
                        "某国库",
                        "payerAccount",
                        "62220001",
                        "reason",
                        "代付"));

        assertThat(buyer.get("/payments").body()).contains("已经申报过。", "value=\"某国库\"");
    }

    @Test
    void turnsWeighedKilogramsIntoGrams() {
        signedIn("buyer", "zh-CN")
                .post(
                        "/orders/shipped",
                        "/orders/shipped/acceptance",
                        Map.of(
                                "idempotencyKey",
                                "k",
                                "shipment",
                                "2",
                                "line",
                                "1",
                                "acceptedKg-1",
                                "9.605",
                                "weighedKg-1",
                                "9.7",
                                "reason-1",
                                "压坏"));

        assertThat(last("POST", "/orders/shipped/acceptance").body())
                .isEqualTo(
                        "{\"shipment\":2,\"lines\":[{\"line\":1,\"acceptedGrams\":9605,"
                                + "\"weighedGrams\":9700,\"reason\":\"压坏\"}]}");
    }

    @Test
    void sendsMoneyBackInAsManyPartsAsItTakes() {
        Browser operator = signedIn("operator", "zh-CN");

        operator.post(
                "/orders/paid",
                "/orders/paid/card-refunds",
                Map.of("idempotencyKey", "k", "amount", "50.00"));

        assertThat(last("POST", "/orders/paid/card-refunds").body())
                .isEqualTo("{\"amountFen\":5000}");
        assertThat(operator.get("/orders/paid").body()).contains("退款已提交");
    }

    @Test
    void listsTheBadRowsOfAStatement() {
        Browser operator = signedIn("operator", "zh-CN");
        API.answer(
                "POST /bank-statements",
                422,
                """
                {"type":"urn:consumption-aid:problem:statement-rows","status":422,"detail":"有 2 行无法识别","field":"file",
                 "errors":[{"field":"file","row":3,"column":"贷方发生额","message":"金额无法识别"},{"field":"file","row":7,"message":"坏行"}]}
                """);

        operator.upload(
                "/reconciliation",
                "/reconciliation/statements",
                Map.of("idempotencyKey", "k", "bank", "demo"),
                "a.csv",
                "x".getBytes(StandardCharsets.UTF_8));

        assertThat(operator.get("/reconciliation").body())
                .contains("有 2 行无法识别", "贷方发生额", "金额无法识别", "坏行", "data-test=\"bad-row\"");
    }

    @Test
    void asksAboutAPaymentOfUnknownOutcomeAndSaysWhatCame() {
        Browser operator = signedIn("operator", "zh-CN");
        assertThat(operator.get("/unknown-payments").body()).contains("no connection", "现在询问");

        operator.post("/unknown-payments", "/unknown-payments/pay4/asking", Map.of());

        assertThat(last("POST", "/payments/pay4/asking").body()).isEmpty();
        assertThat(operator.get("/unknown-payments").body()).contains("已有结果：成功。");
        assertThat(signedIn("auditor", "zh-CN").get("/unknown-payments").body())
                .contains("no connection")
                .doesNotContain("现在询问");
    }

    @Test
    void explainsThatNothingIsUnknown() {
        API.answer("GET /payments/unknown", 200, "{\"items\":[]}");

        assertThat(signedIn("operator", "en").get("/unknown-payments").body())
                .contains("No payment or refund is unknown");
    }

    @Test
    void saysHowManyRefusedPackagesAreFitForSale() {
        Browser cooperative = signedIn("cooperative", "zh-CN");
        assertThat(cooperative.get("/orders/accepted").body()).contains("拒收 10 公斤，最多 2 件整件");

        cooperative.post(
                "/orders/accepted",
                "/orders/accepted/restocking",
                Map.of("idempotencyKey", "k", "shipment", "1", "line", "1", "fit-1", "1"));

        assertThat(last("POST", "/orders/accepted/restocking").body())
                .isEqualTo(
                        "{\"shipment\":1,\"lines\":[{\"line\":1,\"packages\":1}],\"note\":\"\"}");
    }

    @Test
    void shipsOnlyWhatIsNotZero() {
        Browser cooperative = signedIn("cooperative", "zh-CN");
        cooperative.post(
                "/orders/confirmed",
                "/orders/confirmed/shipment",
                Map.of(
                        "idempotencyKey",
                        "k",
                        "line",
                        "1,2",
                        "packages-1",
                        "2",
                        "packages-2",
                        "0",
                        "basis",
                        "SELF_PROMISE"));

        assertThat(last("POST", "/orders/confirmed/shipment").body())
                .contains("\"lines\":[{\"line\":1,\"quantity\":2}]");
        assertThat(cooperative.get("/orders/confirmed").body()).contains("还剩 2 箱未发", "压坏", "第 2 批");
    }

    @Test
    void keepsWhatWasTypedWhenAStepIsRefused() {
        Browser buyer = signedIn("buyer", "zh-CN");

        HttpResponse<String> answer =
                buyer.post(
                        "/orders/shipped",
                        "/orders/shipped/acceptance",
                        Map.of(
                                "idempotencyKey",
                                "k",
                                "shipment",
                                "2",
                                "line",
                                "1",
                                "acceptedKg-1",
                                "about nine"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(buyer.get("/orders/shipped").body())
                .contains("请填写重量（公斤）", "value=\"about nine\"");
        assertThat(API.calls()).noneMatch(call -> call.path().endsWith("/acceptance"));
    }

    @Test
    void turnsYuanIntoFen() {
        signedIn("operator", "en")
                .post(
                        "/orders/invoiced",
                        "/orders/invoiced/remittances",
                        Map.of(
                                "idempotencyKey",
                                "k",
                                "amount",
                                "1,575.84",
                                "payerName",
                                "局",
                                "bankReference",
                                "B1"));

        assertThat(last("POST", "/orders/invoiced/remittances").body())
                .contains("\"amountFen\":157584");
    }

    @Test
    void comesBackToTheWeekThatWasCounted() {
        HttpResponse<String> answer =
                signedIn("canteen", "zh-CN")
                        .post(
                                "/need",
                                "/need/head-counts",
                                Map.of(
                                        "week",
                                        "2026-11-30",
                                        "schoolDays",
                                        "5",
                                        "pupils-6-8",
                                        "700",
                                        "pupils-9-11",
                                        "0",
                                        "pupils-12-14",
                                        "0",
                                        "pupils-15-17",
                                        "0"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/need?week=2026-11-30"));
        assertThat(last("PUT", "/school/head-counts").body())
                .contains("{\"ageGroup\":\"6-8\",\"pupils\":700}");
    }

    @Test
    void offersExactlyTheActionsOfTheApi() {
        String paid = signedIn("operator", "zh-CN").get("/orders/paid").body();

        assertThat(paid)
                .contains("data-test=\"action-refund\"", "data-test=\"action-card-refund\"")
                .doesNotContain("action-confirm", "action-ship", "action-accept", "pay-ALIPAY");
    }

    @Test
    void savesAProductOnlyOverTheVersionThatWasRead() {
        Browser cooperative = signedIn("cooperative", "zh-CN");
        assertThat(cooperative.get("/listing/prod-0").body())
                .contains("name=\"etag\" value=\"&quot;7&quot;\"");
        API.refuse("PUT /products/prod-0", 412, "stale-version", "产品已被他人修改。");

        HttpResponse<String> answer =
                cooperative.post(
                        "/listing/prod-0",
                        "/listing/prod-0",
                        Map.of(
                                "etag",
                                "\"7\"",
                                "name",
                                "新名称",
                                "netWeightKg",
                                "5",
                                "priceYuan",
                                "50",
                                "available",
                                "1"));

        assertThat(last("PUT", "/products/prod-0").ifMatch()).isEqualTo("\"7\"");
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).contains("产品已被他人修改。", "data-test=\"reload\"", "新名称");
    }

    @Test
    void showsAProblemNextToItsField() {
        Browser cooperative = signedIn("cooperative", "zh-CN");
        API.answer(
                "POST /products",
                422,
                """
                {"type":"urn:consumption-aid:problem:invalid","status":422,"detail":"请检查填写的内容。",
                 "errors":[{"field":"unit","message":"单位太长。"}]}
                """);

        HttpResponse<String> answer =
                cooperative.post(
                        "/listing/new",
                        "/listing",
                        Map.of(
                                "idempotencyKey",
                                "k",
                                "netWeightKg",
                                "5",
                                "priceYuan",
                                "50",
                                "available",
                                "1"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"error-unit\">单位太长。<");
    }

    @Test
    void asksForMoreOfASearchByItsCursor() {
        HttpResponse<String> answer =
                browser("zh-CN")
                        .get(
                                "/products?q=a%20b&county=1&county=2&pages=2&cursor=abc%3D",
                                "HX-Request", "true");

        assertThat(answer.body()).doesNotContain("<html").contains("data-test=\"product-card\"");
        assertThat(answer.headers().firstValue("HX-Replace-Url"))
                .hasValue("/products?q=a+b&county=1&county=2&pages=2");
        assertThat(last("GET", "/products").path()).contains("county=1&county=2", "cursor=abc%3D");
    }

    @Test
    void endsASessionOnSignOut() {
        Browser buyer = signedIn("buyer", "zh-CN");

        buyer.post("/home", "/sign-out", Map.of());

        assertThat(buyer.get("/home").statusCode()).isEqualTo(302);
    }

    @Test
    void endsASessionWithItsToken() {
        API.answer(
                "POST /auth/token", 200, "{\"accessToken\":\"YnV5ZXI=\",\"expiresInSeconds\":0}");
        Browser buyer = signedIn("buyer", "zh-CN");

        assertThat(buyer.get("/home").statusCode()).isEqualTo(302);
        assertThat(buyer.get("/").body()).contains("data-test=\"go-sign-in\"");
    }

    @Test
    void remembersTheChosenLanguage() {
        Browser visitor = browser("zh-CN");

        visitor.get("/language?to=en&return=/products");

        assertThat(visitor.get("/products").body()).contains("<html lang=\"en\"");
    }
}
