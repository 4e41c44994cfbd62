package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** Production records and the certificates of lots. */
class FarmRecordsTest extends OnFakeApi {

    private static final String PAGE = "/listing/prod-0/records";
    private static final String API_PATH = "/products/prod-0/farm-records";

    @Test
    void sendsARecordAsItWasTyped() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN").post(PAGE, PAGE, record("7"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(PAGE));
        Call sent = last("POST", API_PATH);
        assertThat(sent.key()).isEqualTo("key-1");
        assertThat(sent.body())
                .contains("\"plot\":\"东坡\"", "\"doneOn\":\"2026-08-01\"", "\"intervalDays\":7");
    }

    @Test
    void saysByTheDayThatTheIntervalHasNotPassed() {
        API.answer(
                "POST " + API_PATH,
                422,
                "{\"type\":\"urn:x\",\"status\":422,\"detail\":\"到 8 月 8 日才结束\",\"field\":\"doneOn\"}");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN").post(PAGE, PAGE, record("7"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"error-doneOn\"", "value=\"代森锰锌\"");
    }

    @Test
    void asksForANumberOfDays() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN").post(PAGE, PAGE, record("a week"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"error-intervalDays\"");
    }

    @Test
    void beginsACorrectionWithWhatWasRecorded() {
        assertThat(signedIn("cooperative", "zh-CN").get(PAGE + "?corrects=r2").body())
                .contains("name=\"corrects\" value=\"r2\"", "value=\"150 克/亩\"");
    }

    @Test
    void shipsWithWhatThePromiseRestsOn() {
        signedIn("cooperative", "zh-CN")
                .post(
                        "/orders/confirmed",
                        "/orders/confirmed/shipment",
                        Map.of("idempotencyKey", "key-1", "basis", "SELF_TEST", "contact", "0870"));

        assertThat(last("POST", "/orders/confirmed/shipment").body())
                .contains("\"certificate\":{\"basis\":[\"SELF_TEST\"],\"contact\":\"0870\"}");
    }

    @Test
    void showsLotsAndRecordsToAnyone() {
        Browser anyone = browser("zh-CN");

        assertThat(anyone.get("/products/prod-0").body())
                .contains("href=\"/lots/P00000013\"", "代森锰锌", "已更正")
                .doesNotContain("corrects=");
        assertThat(anyone.get("/lots/P00000013").body())
                .contains("自检合格", "对承诺的真实性负责", "/lots/P00000013/qr.svg");
        assertThat(anyone.get("/lots/P00000013/qr.svg").body()).startsWith("<svg");
        API.refuse("GET /lots/P1", 400, "not-a-lot-number", "校验位不符。");
        assertThat(anyone.get("/lots/P1").body()).contains("校验位不符。");
    }

    private static Map<String, String> record(String interval) {
        Map<String, String> record = new HashMap<>();
        record.put("idempotencyKey", "key-1");
        record.put("operation", "PESTICIDE");
        record.put("plot", "东坡");
        record.put("doneOn", "2026-08-01");
        record.put("input", "代森锰锌");
        record.put("intervalDays", interval);
        return record;
    }
}
