package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** Contracts, from the order's page to anybody's check. */
class ContractPagesTest extends OnFakeApi {

    private static final String PAGE = "/contracts/G00000018";
    private static final String ABC =
            "BA7816BF 8F01CFEA 414140DE 5DAE2223 B00361A3 96177A9C B410FF61 F20015AD";

    @Test
    void signsTheContentThatWasShown() {
        Browser buyer = signedIn("buyer", "zh-CN");
        assertThat(buyer.get("/orders/placed").body()).contains("name=\"content\" value=\"0a\"");

        HttpResponse<String> answer =
                buyer.post(
                        "/orders/placed",
                        "/orders/placed/contract/signatures",
                        Map.of("idempotencyKey", "key-1", "content", "0a"));

        Call signed = last("POST", "/orders/placed/contract/signatures");
        assertThat(signed.key()).isEqualTo("key-1");
        assertThat(signed.body()).isEqualTo("{\"content\":\"0a\"}");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders/placed"));
    }

    @Test
    void offersNoSignatureWhereNoneIsDueAndSaysWhatTookItsPlace() {
        Browser buyer = signedIn("buyer", "zh-CN");

        assertThat(buyer.get("/orders/shipped").body())
                .contains("王小明", "contract-check")
                .doesNotContain("sign-contract");
        assertThat(buyer.get("/orders/cancelled").body())
                .contains("G00000034", "data-state=\"REPLACED\"");
    }

    @Test
    void passesAuditPackagesOn() {
        Browser buyer = signedIn("buyer", "zh-CN");
        assertThat(buyer.get("/orders/placed").body()).contains("/orders/placed/audit.zip");
        assertThat(buyer.get("/reserve").body()).contains("/reserve/audit.zip?year=2026");

        assertThat(buyer.get("/orders/placed/audit.zip").statusCode()).isEqualTo(200);
        assertThat(API.calls().getLast().path()).isEqualTo("/orders/placed/audit.zip");
        assertThat(buyer.get("/reserve/audit.zip?year=2025").statusCode()).isEqualTo(200);
        assertThat(API.calls().getLast().path()).isEqualTo("/procurement/audit.zip?year=2025");
    }

    @Test
    void tellsTheFileThatWasSignedFromAnyOther() {
        Browser anyone = browser("zh-CN");

        assertThat(drop(anyone, "abc").body()).contains("这就是签署的那一份文件");
        assertThat(drop(anyone, "abd").body()).contains("这不是签署的那一份文件");
        assertThat(API.calls()).noneMatch(call -> call.method().equals("POST"));
    }

    @Test
    void takesTheHashAsPeoplePasteIt() {
        Browser anyone = browser("zh-CN");

        assertThat(anyone.post(PAGE, PAGE + "/check", Map.of("sha256", ABC)).body())
                .contains("这就是签署的那一份文件");
        assertThat(anyone.post(PAGE, PAGE + "/check", Map.of("sha256", "")).body())
                .doesNotContain("contract-verdict");
    }

    @Test
    void saysThatThereIsNoSuchContract() {
        HttpResponse<String> answer = browser("zh-CN").get("/contracts/G1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("contract-unknown");
    }

    private static HttpResponse<String> drop(Browser browser, String content) {
        return browser.upload(
                PAGE,
                PAGE + "/check",
                Map.of("sha256", ""),
                "a.pdf",
                content.getBytes(StandardCharsets.US_ASCII));
    }
}
