package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cooperatives and reviewers type about certificates, and what anyone is told of them. */
class CertificationFormsTest extends OnFakeApi {

    private static final Map<String, String> APPLICATION =
            Map.of(
                    "idempotencyKey", "k1",
                    "kind", "PRODUCT",
                    "category", "honey",
                    "statement", "五十箱蜂",
                    "from", "2027-01-01",
                    "to", "2027-12-31",
                    "basis", "HERD",
                    "amount", "50.5",
                    "kilograms", "20.25");

    @Test
    void keepsTheEvidenceBeforeItApplies() {
        signedIn("cooperative", "zh-CN")
                .upload(
                        "/certifications/new",
                        "/certifications",
                        APPLICATION,
                        "a.png",
                        new byte[] {1, 2});

        assertThat(last("POST", "/attachments?name=a.png").key()).endsWith("-file-0");
        assertThat(last("POST", "/certifications").body()).contains("\"attachments\":[\"at2\"]");
    }

    @Test
    void doesNotApplyWithEvidenceThatIsRefused() {
        API.refuse("POST /attachments", 422, "file-damaged", "文件不完整或已损坏。");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .upload(
                                "/certifications/new",
                                "/certifications",
                                APPLICATION,
                                "a.png",
                                new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("文件不完整或已损坏。");
        assertThat(API.calls())
                .noneMatch(call ->
                        call.method().equals("POST") && call.path().equals("/certifications"));
    }

    @Test
    void showsTheEvidenceToItsReviewer() {
        assertThat(signedIn("county_reviewer", "zh-CN").get("/certifications/z1").body())
                .contains("href=\"/attachments/at1\"");
    }

    @Test
    void sendsASeasonInHundredthsAndGrams() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post("/certifications/new", "/certifications", APPLICATION);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        location -> assertThat(location).endsWith("/certifications/z1"));
        assertThat(API.calls().getLast().body())
                .contains("\"amountHundredths\":5050", "\"gramsPerUnit\":20250")
                .containsOnlyOnce("\"basis\"");
    }

    @Test
    void keepsWhatWasTypedIntoAnApplicationThatIsRefusedAndSaysSoAtTheField() {
        API.answer(
                "POST /certifications",
                422,
                """
                {"type":"urn:consumption-aid:problem:invalid","status":422,"detail":"有误",
                 "errors":[{"field":"seasons[0].gramsPerUnit","message":"太大了"}]}
                """);

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post("/certifications/new", "/certifications", APPLICATION);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("五十箱蜂", "value=\"20.25\"", "2027-12-31")
                .containsPattern("error-seasons\\[0\\].gramsPerUnit\">太大了");
    }

    @Test
    void askingForTheImpossibleIsSaidBeforeAnythingIsSent() {
        Map<String, String> typed = new java.util.HashMap<>(APPLICATION);
        typed.put("amount", "五十");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .post("/certifications/new", "/certifications", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("error-seasons[0].amountHundredths");
        assertThat(API.calls())
                .noneMatch(call ->
                        call.method().equals("POST") && call.path().equals("/certifications"));
    }

    @Test
    void showsACooperativeWhyItWasReturnedAndLetsItCorrect() {
        String page = signedIn("cooperative", "zh-CN").get("/certifications/returned").body();

        assertThat(page)
                .contains("退回理由：请附&lt;蜂箱&gt;照片", "data-test=\"resubmit\"", "value=\"20\"")
                .doesNotContain("data-test=\"decide-APPROVE\"");
    }

    @Test
    void aRenewalBeginsWithWhatTheOldOneSays() {
        String page =
                signedIn("cooperative", "zh-CN").get("/certifications/new?renews=running").body();

        assertThat(page).contains("五十箱蜂").containsPattern("value=\"honey\"\\s+selected");
    }

    @Test
    void offersAReviewerWhatTheApiAllowsAndSaysAtTheReasonWhatIsMissing() {
        API.answer(
                "POST /certifications/z1/decision",
                422,
                """
                {"type":"urn:consumption-aid:problem:reason-missing","status":422,"detail":"请写明理由",
                 "field":"reason"}
                """);

        HttpResponse<String> answer =
                signedIn("county_reviewer", "zh-CN")
                        .post(
                                "/certifications/z1",
                                "/certifications/z1/decision",
                                Map.of("idempotencyKey", "k1", "action", "RETURN", "reason", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"error-reason\"", "decide-APPROVE", "decide-RETURN", "decide-REFUSE")
                .doesNotContain("decide-SUSPEND", "data-test=\"resubmit\"");
    }

    @Test
    void aMistypedNumberExplainsItself() {
        API.answer(
                "GET /certificates/Z00000018",
                400,
                """
                {"type":"urn:consumption-aid:problem:not-a-certificate-number","status":400,"detail":"校验位不正确"}
                """);

        HttpResponse<String> answer = browser("zh-CN").get("/certificates/Z00000018");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("校验位不正确").doesNotContain("data-test=\"qr\"");
    }

    @Test
    void anyoneSeesWhoDecidedWhatAndGetsACodeToPrint() {
        assertThat(browser("zh-CN").get("/certificates/NOTICE").body())
                .contains("公示中", "蜂产品", "2026年11月30日", "昭阳区农业农村局", "提出申请");

        HttpResponse<String> code = browser("zh-CN").get("/certificates/Z00000017/qr.svg");

        assertThat(code.statusCode()).isEqualTo(200);
        assertThat(code.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(QrReader.read(code.body()))
                .isEqualTo("http://localhost:" + port + "/certificates/Z00000017");
    }
}
