package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** What the operator sees of parked products, and what the forms send. */
class ParkedTest extends OnFakeApi {

    @Test
    void showsWhyAndSinceWhenWithALinkToTheProduct() {
        String page = signedIn("operator", "zh-CN").get("/parked").body();

        assertThat(page)
                .contains(
                        "href=\"/products/prod-0\"",
                        "document_parsing_exception: &lt;b&gt;grade&lt;/b&gt;",
                        "data-test=\"replay\"",
                        "href=\"/parked/prod-0\"");
    }

    @Test
    void letsTheAuditorSeeAndNotTouch() {
        assertThat(signedIn("auditor", "zh-CN").get("/parked").body())
                .contains("data-test=\"parked-product\"")
                .doesNotContain("data-test=\"replay\"", "href=\"/parked/prod-0\"");
    }

    @Test
    void saysThatNothingIsParked() {
        API.answer("GET /catalog/parked", 200, "{\"items\":[]}");

        assertThat(signedIn("operator", "en").get("/parked").body())
                .contains("data-test=\"empty\"")
                .doesNotContain("data-test=\"replay-all\"");
    }

    @Test
    void replaysOneOrAll() {
        Browser operator = signedIn("operator", "zh-CN");

        operator.post(
                "/parked", "/parked/replay", Map.of("idempotencyKey", "k1", "productId", "prod-0"));
        Call one = last("POST", "/catalog/parked/replay");
        operator.post("/parked", "/parked/replay", Map.of("idempotencyKey", "k2"));
        Call all = last("POST", "/catalog/parked/replay");

        assertThat(one.key()).isEqualTo("k1");
        assertThat(one.body()).contains("[\"prod-0\"]");
        assertThat(all.key()).isEqualTo("k2");
        assertThat(all.body()).doesNotContain("prod-0");
    }

    @Test
    void correctsAProductOfTheVersionThatWasRead() {
        HttpResponse<String> answer = correct(signedIn("operator", "zh-CN"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/parked"));
        assertThat(last("PUT", "/catalog/parked/prod-0").ifMatch()).isEqualTo("\"7\"");
    }

    @Test
    void keepsWhatWasTypedWhenTheCorrectionIsRefused() {
        API.refuse("PUT /catalog/parked/prod-0", 412, "stale-version", "产品已被他人修改。");

        HttpResponse<String> answer = correct(signedIn("operator", "zh-CN"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body())
                .contains("产品已被他人修改。", "action=\"/parked/prod-0\"", "value=\"新名称\"");
    }

    private static HttpResponse<String> correct(Browser operator) {
        return operator.post(
                "/parked/prod-0",
                "/parked/prod-0",
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
    }
}
