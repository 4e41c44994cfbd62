package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

class InvoiceFormsTest extends OnFakeApi {

    private static final byte[] FILE = "%PDF".getBytes(StandardCharsets.US_ASCII);

    @Test
    void keepsTheFileAndThenRecordsWhatItSays() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .upload(
                                "/orders/accepted",
                                "/orders/accepted/invoice",
                                form(),
                                "发票.pdf",
                                FILE);

        List<Call> sent =
                API.calls().stream().filter(call -> call.method().equals("POST")).toList();
        assertThat(sent.get(sent.size() - 2).path()).startsWith("/attachments?name=");
        Call recorded = last("POST", "/orders/accepted/invoice");
        assertThat(recorded.key()).isEqualTo("key-1");
        assertThat(recorded.body())
                .contains(
                        "\"number\":\"26532000000000000018\"",
                        "\"issuedOn\":\"2026-11-24\"",
                        "\"totalFen\":57584",
                        "\"taxFen\":4755",
                        "\"attachment\":\"at2\"");
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void showsTheRefusalByItsFieldWithWhatWasTyped() {
        API.answer(
                "POST /orders/accepted/invoice",
                422,
                """
                {"type":"urn:consumption-aid:problem:invoice-amount-differs","status":422,"detail":"应当等于验收金额。","field":"totalFen"}
                """);
        Browser cooperative = signedIn("cooperative", "zh-CN");

        cooperative.upload("/orders/accepted", "/orders/accepted/invoice", form(), "a.pdf", FILE);

        assertThat(cooperative.get("/orders/accepted").body())
                .contains("应当等于验收金额。", "value=\"26532000000000000018\"");
    }

    @Test
    void reversesWhatIsWrong() {
        Map<String, String> form = new HashMap<>();
        form.put("idempotencyKey", "key-2");
        form.put("redNumber", "26532000000000000026");
        form.put("redIssuedOn", "2026-11-25");
        form.put("reason", "税号写错");

        signedIn("cooperative", "zh-CN")
                .upload(
                        "/orders/settled",
                        "/orders/settled/invoice/replacement",
                        form,
                        "redFile",
                        "红字.pdf",
                        FILE);

        assertThat(last("POST", "/orders/settled/invoice/replacement").body())
                .contains("\"number\":\"26532000000000000026\"", "\"reason\":\"税号写错\"")
                .doesNotContain("totalFen");
    }

    @Test
    void showsTheRedOneBesideWhatItReverses() {
        assertThat(signedIn("buyer", "zh-CN").get("/orders/settled").body())
                .contains("053002100111", "红字.ofd", "/attachments/at2", "冲销 12345678：税号写错");
    }

    private static Map<String, String> form() {
        return Map.of(
                "idempotencyKey",
                "key-1",
                "number",
                "26532000000000000018",
                "issuedOn",
                "2026-11-24",
                "total",
                "575.84",
                "tax",
                "47.55");
    }
}
