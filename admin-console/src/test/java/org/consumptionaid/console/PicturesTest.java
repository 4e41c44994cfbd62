package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consumptionaid.console.FakeApi.Call;
import org.junit.jupiter.api.Test;

/** Pictures of a product, from the cooperative's form to anybody's page. */
class PicturesTest extends OnFakeApi {

    private static final String PAGE = "/listing/prod-0/pictures";
    private static final String API_PATH = "/products/prod-0/pictures";

    @Test
    void passesTheFileItselfOn() {
        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .upload(
                                PAGE,
                                PAGE,
                                Map.of("idempotencyKey", "key-1", "alt", "果园 & 果"),
                                "a.png",
                                "the bytes".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(PAGE));
        Call sent = last("POST");
        assertThat(sent.path()).isEqualTo(API_PATH + "?alt=%E6%9E%9C%E5%9B%AD%20%26%20%E6%9E%9C");
        assertThat(sent.body()).isEqualTo("the bytes");
        assertThat(sent.key()).isEqualTo("key-1");
        assertThat(sent.language()).isEqualTo("zh-CN");
        assertThat(sent.authorization()).startsWith("Bearer ");
    }

    @Test
    void saysByTheFieldWhyAFileIsNotTaken() {
        API.refuse("POST " + API_PATH, 422, "not-a-picture", "这个文件不是图片。");

        HttpResponse<String> answer =
                signedIn("cooperative", "zh-CN")
                        .upload(PAGE, PAGE, Map.of("idempotencyKey", "k"), "a.png", new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这个文件不是图片。");
    }

    @Test
    void sendsNoFileThatIsTooLargeOrEmpty() {
        Browser browser = signedIn("cooperative", "zh-CN");
        Map<String, String> fields = Map.of("idempotencyKey", "k");

        HttpResponse<String> large =
                browser.upload(PAGE, PAGE, fields, "a.png", new byte[(20 << 20) + 1]);
        HttpResponse<String> empty = browser.upload(PAGE, PAGE, fields, "a.png", new byte[0]);

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(API.calls())
                .noneMatch(call -> call.method().equals("POST") && call.path().contains(API_PATH));
    }

    @Test
    void movesAPictureForward() {
        signedIn("cooperative", "zh-CN").post(PAGE, PAGE + "/pic-2/forward", Map.of());

        assertThat(last("PUT").body()).isEqualTo("{\"ids\":[\"pic-2\",\"pic-1\"]}");
    }

    @Test
    void showsPicturesOnThePageAndInLists() {
        Browser anyone = browser("zh-CN");

        assertThat(anyone.get("/products/prod-0").body())
                .contains("/product-pictures/pic-1/1600.jpg", "alt=\"果园\"");
        assertThat(anyone.get("/products").body()).contains("/product-pictures/pic-1/320.jpg");
        assertThat(anyone.get("/product-pictures/pic-1/320.jpg").statusCode()).isEqualTo(200);
    }

    private static Call last(String method) {
        return API.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().startsWith(API_PATH))
                .toList()
                .getLast();
    }
}
