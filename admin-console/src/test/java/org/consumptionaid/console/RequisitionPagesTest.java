package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** What the forms about requisitions and units send, and what is shown when it is refused. */
class RequisitionPagesTest extends OnFakeApi {

    @Test
    void theCartBecomesARequisition() {
        HttpResponse<String> made =
                signedIn("buyer", "zh-CN").post("/cart", "/cart/requisitions", wanted());

        Call asked = last("POST", "/requisitions");
        assertThat(asked.key()).isEqualTo("key-1");
        assertThat(asked.body())
                .contains("\"purpose\":\"职工食堂\"", "\"budgetLineId\":\"b1\"", "\"quantity\":2");
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/requisitions/draft"));
    }

    @Test
    void theCartSaysWhyItBecomesNone() {
        API.refuse("POST /requisitions", 422, "unknown-budget-line", "没有这个预算项目。");

        HttpResponse<String> again =
                signedIn("buyer", "zh-CN").post("/cart", "/cart/requisitions", wanted());

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("没有这个预算项目。", "职工食堂");
    }

    @Test
    void aUnitWithAChainIsOfferedNoOrderAroundIt() {
        assertThat(signedIn("buyer", "zh-CN").get("/cart").body())
                .contains("data-test=\"make-requisition\"")
                .doesNotContain("data-test=\"place-order\"");
        assertThat(signedIn("canteen", "zh-CN").get("/cart").body())
                .contains("data-test=\"place-order\"")
                .doesNotContain("data-test=\"make-requisition\"");
    }

    @Test
    void anApproverFindsOnTheHomePageWhatWaitsAndDecides() {
        Browser approver = signedIn("buyer", "zh-CN");
        assertThat(approver.get("/home").body()).contains("waiting-requisitions", "Q00000018");

        approver.post(
                "/requisitions/submitted",
                "/requisitions/submitted/decision",
                Map.of("idempotencyKey", "key-2", "agrees", "false", "comment", " 太贵 "));

        Call said = last("POST", "/requisitions/submitted/decision");
        assertThat(said.body()).contains("\"agrees\":false", "\"comment\":\"太贵\"");
        assertThat(said.key()).isEqualTo("key-2");
    }

    @Test
    void whatIsRefusedIsSaidOnTheRequisition() {
        API.refuse("POST /requisitions/approved/orders", 409, "approved-price-changed", "涨价了。");
        Browser buyer = signedIn("buyer", "zh-CN");

        HttpResponse<String> answer =
                buyer.post(
                        "/requisitions/approved",
                        "/requisitions/approved/orders",
                        Map.of("idempotencyKey", "key-3"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/requisitions/approved"));
        assertThat(buyer.get("/requisitions/approved").body()).contains("涨价了。");
    }

    @Test
    void theManagerLaysDownARuleInYuan() {
        signedIn("buyer", "zh-CN")
                .post(
                        "/unit",
                        "/unit/approval-rules",
                        Map.of(
                                "idempotencyKey",
                                "key-4",
                                "from",
                                "10,000.50",
                                "level",
                                "2",
                                "approvers",
                                "a1",
                                "needed",
                                "1",
                                "hours",
                                "24"));

        assertThat(last("POST", "/unit/approval-rules").body())
                .contains("\"fromFen\":1000050", "\"level\":2", "\"approvers\":[\"a1\"]")
                .doesNotContain("\"category\":\"\"");
    }

    @Test
    void theManagerAddsAPersonAndClosesAnAccount() {
        Browser manager = signedIn("buyer", "zh-CN");

        manager.post(
                "/unit",
                "/unit/people",
                Map.of(
                        "idempotencyKey",
                        "key-5",
                        "username",
                        " New.Person ",
                        "displayName",
                        "新人",
                        "password",
                        "a long password"));
        manager.post(
                "/unit",
                "/unit/people/leaving",
                Map.of("idempotencyKey", "key-6", "username", "a2"));

        assertThat(last("POST", "/unit/people/leaving").body()).contains("\"username\":\"a2\"");
        assertThat(API.calls())
                .filteredOn(call -> call.path().equals("/unit/people"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"username\":\"new.person\""));
    }

    @Test
    void anAmountThatCannotBeReadIsSaidOnTheUnit() {
        Browser manager = signedIn("buyer", "zh-CN");

        manager.post("/unit", "/unit/budget-lines/b1", Map.of("amount", "很多"));

        assertThat(manager.get("/unit").body()).contains("data-test=\"refusal\"");
        assertThat(API.calls()).noneMatch(call -> call.method().equals("PUT"));
    }

    private static Map<String, String> wanted() {
        Map<String, String> form = new HashMap<>();
        form.put("idempotencyKey", "key-1");
        form.put("productId", "prod-0");
        form.put("quantity", "2");
        form.put("terms", "GOODS_FIRST");
        form.put("purpose", " 职工食堂 ");
        form.put("budgetLineId", "b1");
        return form;
    }
}
