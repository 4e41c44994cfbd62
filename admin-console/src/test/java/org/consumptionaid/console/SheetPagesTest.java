package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of spreadsheets send to the API, and what they make of its answers. */
class SheetPagesTest extends OnFakeApi {

    private static final Map<String, String> KEY = Map.of("idempotencyKey", "k1");
    private static final byte[] FILE = "PK and so on".getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTE = 1 << 20;

    @Test
    void sendsTheFileAsItIsAndGoesToItsPage() {
        HttpResponse<String> answer = upload("产品 1.xlsx", FILE);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/imports/checking"));
        Call call = last("POST", "/imports");
        assertThat(call.path()).isEqualTo("/imports?fileName=%E4%BA%A7%E5%93%81%201.xlsx");
        assertThat(call.body()).isEqualTo("PK and so on");
        assertThat(call.key()).isEqualTo("k1");
        assertThat(call.language()).isEqualTo("zh-CN");
        assertThat(call.authorization()).startsWith("Bearer ");
    }

    @Test
    void showsOnThePageWhyAFileIsNotTaken() {
        API.answer(
                "POST /imports",
                422,
                """
                {"type":"urn:consumption-aid:problem:sheet-web-page","status":422,"detail":"这是一个网页。","field":"file"}
                """);

        HttpResponse<String> answer = upload("x.xlsx", FILE);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "id=\"error-file\">这是一个网页。",
                        "aria-invalid=\"true\"",
                        "data-test=\"upload\"");
    }

    @Test
    void saysThatAFileIsTooLargeWithoutSendingItOn() {
        HttpResponse<String> answer = upload("x.xlsx", new byte[5 * MEGABYTE + 1]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"error-file\">文件不能超过 5 MB。");
        assertThat(API.calls())
                .noneMatch(call -> call.method().equals("POST") && call.key() != null);
    }

    /** Larger than any form may be: the container refuses it, before the console sees it. */
    @Test
    void answersAHugeFormWithAPageThatSaysSo() {
        HttpResponse<String> answer = upload("x.xlsx", new byte[30 * MEGABYTE]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大", "</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "/imports/template.xlsx, /products/template.xlsx",
        "/imports/products.xlsx, /cooperative/products.xlsx",
        "/imports/checked/errors.xlsx, /imports/checked/errors.xlsx",
        "/complaints/credited/credit-note.pdf, /complaints/credited/credit-note.pdf"
    })
    void handsTheFilesOfTheApiOnUnderTheirNames(String page, String path) {
        API.answer("GET " + path, 200, "the file");

        HttpResponse<String> answer = signedIn("cooperative", "zh-CN").get(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("the file");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"of-the-api.xlsx\"");
    }

    @Test
    void showsAPageAndNoFileWhenTheApiRefuses() {
        API.refuse("GET /imports/none/errors.xlsx", 404, "not-found", "没有这次导入。");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN").get("/imports/none/errors.xlsx");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这次导入。", "<h1");
    }

    @Test
    void pollsWhileThereIsSomethingToWaitForAndThenShowsThePageAnew() {
        Browser cooperative = signedIn("cooperative", "zh-CN");

        HttpResponse<String> busy =
                cooperative.get("/imports/checking/progress", "HX-Request", "true");
        HttpResponse<String> done =
                cooperative.get("/imports/checked/progress", "HX-Request", "true");

        assertThat(busy.body())
                .startsWith("<div")
                .contains(
                        "value=\"1500\"", "max=\"5000\"", "hx-get=\"/imports/checking/progress\"");
        assertThat(busy.headers().firstValue("HX-Refresh")).isEmpty();
        assertThat(done.headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(done.body()).doesNotContain("hx-get");
    }

    @Test
    void offersBothWaysWhenSomeRowsAreBadAndOneWhenNoneIs() {
        Browser cooperative = signedIn("cooperative", "zh-CN");

        assertThat(cooperative.get("/imports/checked").body())
                .contains(
                        "data-test=\"apply-good\"",
                        "data-test=\"marked-copy\"",
                        "“每件价格（元）”不能是 0。",
                        "整行",
                        "第 7 行")
                .doesNotContain("data-test=\"apply-all\"");
        assertThat(cooperative.get("/imports/clean").body())
                .contains("data-test=\"apply-all\"")
                .doesNotContain("data-test=\"apply-good\"", "data-test=\"marked-copy\"");
    }

    @Test
    void linksWhatWasImported() {
        assertThat(signedIn("cooperative", "zh-CN").get("/imports/applied").body())
                .contains(
                        "href=\"/products/prod-0\"",
                        "href=\"/listing\"",
                        "data-test=\"marked-copy\"")
                .doesNotContain("data-test=\"apply-good\"");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void sendsTheChoice(boolean goodRowsOnly) {
        signedIn("cooperative", "zh-CN")
                .post(
                        "/imports/checked",
                        "/imports/checked/application",
                        Map.of("idempotencyKey", "k2", "goodRowsOnly", "" + goodRowsOnly));

        Call call = last("POST", "/imports/checked/application");
        assertThat(call.body()).isEqualTo("{\"goodRowsOnly\":" + goodRowsOnly + "}");
        assertThat(call.key()).isEqualTo("k2");
    }

    private HttpResponse<String> upload(String name, byte[] file) {
        return signedIn("cooperative", "zh-CN").upload("/imports", "/imports", KEY, name, file);
    }
}
