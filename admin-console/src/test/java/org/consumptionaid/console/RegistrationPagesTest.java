package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the form of who is not known here to the operator's answer. */
class RegistrationPagesTest extends OnFakeApi {

    @ParameterizedTest
    @CsvSource({
        "会宁县 · 甘肃省白银市, 620422",
        "会宁县, 620422",
        "620422, 620422",
        "东城区 · 北京市, 110101",
        "长安区 · 陕西省西安市, 610116",
        "长安区, 000000",
        "不存在的县, 000000"
    })
    void sendsTheCodeOfTheCountyThatWasMeant(String typed, String code) {
        HttpResponse<String> answer = register(typed);

        assertThat(API.calls().getLast().body()).contains("\"countyCode\":\"" + code + "\"");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location ->
                        assertThat(location)
                                .contains("/register/state", "number=R00000015", "creditCode="));
    }

    @Test
    void keepsWhatWasTypedButNoSecretsWhenItIsRefused() {
        API.answer(
                "POST /registrations",
                422,
                """
                {"type":"urn:consumption-aid:problem:not-a-credit-code","status":422,"detail":"校验码不对","field":"creditCode"}
                """);

        HttpResponse<String> answer = register("会宁县");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"error-creditCode\"", "校验码不对", "value=\"新合作社\"", "会宁县")
                .doesNotContain("6228480402564890018", "a long secret");
    }

    @Test
    void saysThatNumberAndCodeDoNotFit() {
        API.refuse("GET /registrations/R1", 404, "not-found", "没有找到");

        HttpResponse<String> answer =
                browser("zh-CN").get("/register/state?number=R1&creditCode=X");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("registration-unknown").doesNotContain("合作社");
    }

    @Test
    void asksTheOperatorForAReason() {
        API.answer(
                "POST /registrations/g1/refusal",
                400,
                """
                {"type":"urn:consumption-aid:problem:invalid","status":400,"detail":"有误",
                 "errors":[{"field":"reason","message":"请写明理由"}]}
                """);

        HttpResponse<String> answer =
                signedIn("operator", "zh-CN")
                        .post(
                                "/registrations",
                                "/registrations/g1/refusal",
                                Map.of("idempotencyKey", "k1", "reason", " "));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请写明理由", "会宁&lt;新&gt;合作社");
    }

    @Test
    void leadsTheOperatorFromHomeToWhatWaits() {
        assertThat(signedIn("operator", "zh-CN").get("/home").body()).contains("1+ 个单位的入驻申请等待审核");
        assertThat(signedIn("auditor", "zh-CN").get("/home").body())
                .doesNotContain("waiting-registrations");
    }

    private HttpResponse<String> register(String county) {
        Map<String, String> form = new HashMap<>();
        form.put("idempotencyKey", "k1");
        form.put("kind", "COOPERATIVE");
        form.put("name", "新合作社");
        form.put("creditCode", "93620422MA0000001X");
        form.put("county", county);
        form.put("bankName", "农业银行");
        form.put("bankAccount", "6228480402564890018");
        form.put("contactName", "马建国");
        form.put("contactPhone", "13800000000");
        form.put("username", "huining");
        form.put("password", "a long secret");
        return browser("zh-CN").post("/register", "/register", form);
    }
}
