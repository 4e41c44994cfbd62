package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people typed about benefits, sent as the API wants it, and kept when it is refused. */
class BenefitFormsTest extends OnFakeApi {

    @Test
    void sendsPercentagesAsBasisPointsAndLeavesEmptyOnesOut() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post(
                                "/benefit-rules",
                                "/benefit-rules",
                                Map.of(
                                        "idempotencyKey",
                                        "k1",
                                        "productId",
                                        "",
                                        "validFrom",
                                        "",
                                        "PURCHASE",
                                        "62.5",
                                        "MARGIN",
                                        "37.5",
                                        "WAGE",
                                        ""));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(API.calls().getLast().body())
                .contains("{\"mode\":\"PURCHASE\",\"basisPoints\":6250}")
                .contains("{\"mode\":\"MARGIN\",\"basisPoints\":3750}")
                .doesNotContain("WAGE");
    }

    @Test
    void keepsWhatWasTypedIntoARuleThatIsRefused() {
        API.refuse("POST /benefit/rules", 422, "parts-not-whole", "合计必须是100%");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post(
                                "/benefit-rules",
                                "/benefit-rules",
                                Map.of("idempotencyKey", "k1", "PURCHASE", "61.25"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("合计必须是100%", "value=\"61.25\"");
    }

    @Test
    void keepsWhatWasTypedIntoAClaimThatIsRefused() {
        API.refuse("POST /benefit/claims", 409, "more-than-the-lot", "超过了这个批次的重量");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post(
                                "/claims",
                                "/claims",
                                Map.of(
                                        "idempotencyKey",
                                        "k1",
                                        "household",
                                        "H00000011",
                                        "mode",
                                        "PURCHASE",
                                        "evidence",
                                        "磅单 7",
                                        "lot",
                                        "P00000018",
                                        "plotId",
                                        "t1",
                                        "kilograms",
                                        "12.5",
                                        "yuanPerKg",
                                        "1.50"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("超过了这个批次的重量", "磅单 7", "value=\"12.5\"");
        assertThat(API.calls())
                .anySatisfy(call ->
                        assertThat(call.body()).contains("\"grams\":12500", "\"fenPerKg\":150"));
    }

    @Test
    void offersTheExportToTheAuditorAlone() {
        assertThat(signedIn("auditor", "zh-CN").get("/seals").body()).contains("export-ledger");
        assertThat(browser("zh-CN").get("/seals").body()).doesNotContain("export-ledger");
    }
}
