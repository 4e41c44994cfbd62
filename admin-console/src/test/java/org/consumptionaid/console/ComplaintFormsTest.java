package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

class ComplaintFormsTest extends OnFakeApi {
    @Test
    void offersTheCreditNoteAsAPdfOnceThereIsOne() {
        Browser buyer = signedIn("buyer", "zh-CN");

        assertThat(buyer.get("/complaints/credited").body()).contains("/credit-note.pdf", "下载 PDF");
        assertThat(buyer.get("/complaints/asked").body()).doesNotContain("credit-note.pdf");
    }

    @Test
    void asksForTheLinesThatAreFilledIn() {
        HttpResponse<String> answer =
                signedIn("buyer", "zh-CN")
                        .post(
                                "/orders/accepted/complaints/new",
                                "/orders/accepted/complaints",
                                Map.of(
                                        "idempotencyKey",
                                        "key-1",
                                        "kind",
                                        "RETURN",
                                        "reason",
                                        "有烂的",
                                        "amount-1",
                                        "5.5",
                                        "amount-2",
                                        ""));

        Call asked = last("POST", "/orders/accepted/complaints");
        assertThat(asked.key()).isEqualTo("key-1");
        assertThat(asked.body()).contains("\"grams\":5500").doesNotContain("\"line\":2");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/complaints/asked"));
    }

    @Test
    void takesMoneyOffInYuan() {
        signedIn("buyer", "zh-CN")
                .post(
                        "/orders/accepted/complaints/new",
                        "/orders/accepted/complaints",
                        Map.of(
                                "idempotencyKey",
                                "key-2",
                                "kind",
                                "ALLOWANCE",
                                "reason",
                                "有烂的",
                                "amount-1",
                                "3.60"));

        assertThat(last("POST", "/orders/accepted/complaints").body()).contains("\"fen\":360");
    }

    @Test
    void showsAgainWhatWasTypedWithTheRefusal() {
        API.refuse("POST /orders/accepted/complaints", 422, "lines-of-complaint", "第 1 行有误。");

        HttpResponse<String> answer =
                signedIn("buyer", "zh-CN")
                        .post(
                                "/orders/accepted/complaints/new",
                                "/orders/accepted/complaints",
                                Map.of(
                                        "idempotencyKey",
                                        "key-3",
                                        "kind",
                                        "RETURN",
                                        "reason",
                                        "压坏了",
                                        "amount-1",
                                        "999"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("第 1 行有误。", "value=\"999\"", "压坏了");
    }

    @Test
    void offersWhatTheReaderMayAnswer() {
        Browser cooperative = signedIn("cooperative", "zh-CN");

        assertThat(cooperative.get("/complaints/asked").body())
                .contains("decide-AGREE", "decide-REFUSE")
                .doesNotContain("data-test=\"receive\"");
        assertThat(cooperative.get("/complaints/agreed").body())
                .contains("data-test=\"receive\"", "decide-DISMISS")
                .doesNotContain("decide-RECEIVE");
        assertThat(cooperative.get("/complaints/credited").body())
                .contains("C00000018")
                .doesNotContain("decide-", "data-test=\"receive\"");
    }

    @Test
    void weighsWhatCameBack() {
        signedIn("cooperative", "zh-CN")
                .post(
                        "/complaints/agreed",
                        "/complaints/agreed/receipt",
                        Map.of("idempotencyKey", "key-4", "arrivedKg-1", "4.25", "packages-1", ""));

        assertThat(last("POST", "/complaints/agreed/receipt").body())
                .contains("\"grams\":4250,\"packages\":0");
    }
}
